import { eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import type { Locale } from '@/domain/people/locale';
import type { SearchKind } from '@/domain/search/answer';
import type { SearchAudience } from '@/domain/search/documents';
import { blockOf } from '@/domain/search/postings';
import type { KnownWord } from '@/domain/search/spelling';
import type { Reader } from '../client';
import { tickets } from '../tickets/schema';
import { ticketVisibility } from '../tickets/visibility';
import { numberList, textList } from './rows';
import {
  searchBeginnings,
  searchDocuments,
  searchGenerations,
  searchParts,
  searchPostings,
  searchSections,
  searchWords,
} from './schema';

/** The index that answers: its parts, and which numbers its documents have. */
export type IndexState = {
  generation: number;
  engine: number;
  firstDocument: number;
  lastDocument: number;
  parts: readonly (typeof searchParts.$inferSelect)[];
};

/** What the index that answers consists of; null when none was ever built. */
export const indexState = async (db: Reader): Promise<IndexState | null> => {
  const rows = await db
    .select({
      generation: searchGenerations.id,
      engine: searchGenerations.engine,
      firstDocument: searchGenerations.firstDocument,
      lastDocument: sql<number>`(select coalesce(max(${searchDocuments.id}), 0) from ${searchDocuments})`,
      part: searchParts,
    })
    .from(searchGenerations)
    .leftJoin(searchParts, eq(searchParts.generation, searchGenerations.id))
    .where(eq(searchGenerations.state, 'current'));
  const [first] = rows;
  if (!first) return null;
  const { part: _, ...state } = first;
  return { ...state, parts: rows.flatMap(({ part }) => part ?? []) };
};

/** A term to be read in a part of the index: of its documents the newest `most`, give or take a block. */
export type Lookup = { part: number; term: string; most: number };
/** No part holds so many documents. */
export const ALL_DOCUMENTS = 2_147_483_647;

/** `documents` hold the term in the part, those that were not read included. */
export type PostingRow = { part: number; term: string; documents: number; data: Uint8Array };

/** The entries of some terms in parts of the index; of the blocks of some documents only, where `among` names these. */
export const postingsOf = async (
  db: Reader,
  lookups: readonly Lookup[],
  among?: readonly number[],
): Promise<PostingRow[]> => {
  const blocks = among && [...new Set(among.map(blockOf))];
  if (lookups.length === 0 || blocks?.length === 0) return [];
  const narrowed = blocks ? sql`and block = any(${numberList(blocks)})` : sql``;
  return [
    ...(await db.execute<PostingRow>(sql`
    select l.part, l.term, held.documents, held.data
    from unnest(${numberList(lookups.map(({ part }) => part))}, ${textList(lookups.map(({ term }) => term))},
      ${numberList(lookups.map(({ most }) => most))}) as l(part, term, most)
    cross join lateral (
      select sum(documents)::int as documents, string_agg(data, ''::bytea) filter (where newer < l.most) as data
      from (
        select documents, data, sum(documents) over (order by block desc) - documents as newer
        from ${searchPostings} where part = l.part and term = l.term ${narrowed}
      ) blocks
    ) held
    where held.documents > 0`)),
  ];
};

/** Whose words are looked at: those of the documents of these audiences. */
export type WordScope = { generation: number; locale: Locale; audiences: readonly SearchAudience[] };

/** Greater than every letter, to end a range of words with one beginning. */
const LAST_LETTER = '\u{10FFFF}';
/** More words of one beginning are not gone through: their most used ones stand in `search_beginnings`. */
const MOST_GONE_THROUGH = 2_000;

/** The terms of the most used words that begin so, most used first. */
export const termsBeginning = async (
  db: Reader,
  { generation, locale, audiences }: WordScope,
  prefix: string,
  limit: number,
): Promise<string[]> => {
  const rows = await db.execute<{ term: string }>(sql`
    with known as materialized (
      select audience, terms, documents from ${searchBeginnings}
      where generation = ${generation} and locale = ${locale} and audience = any(${textList(audiences)})
        and beginning = ${prefix}
    ), others as materialized (
      select audience from unnest(${textList(audiences)}) as all_of(audience)
      where audience not in (select audience from known)
    )
    select term from (
      select unnest(terms) as term, unnest(documents) as documents from known
      union all
      select found.term, found.documents from others cross join lateral (
        select term, documents from ${searchWords} w
        where w.generation = ${generation} and w.locale = ${locale} and w.audience = others.audience
          and w.word >= ${prefix} and w.word < ${prefix + LAST_LETTER}
        limit ${MOST_GONE_THROUGH}
      ) found
    ) held
    group by term order by sum(documents) desc, term limit ${limit}`);
  return rows.map(({ term }) => term);
};

/** More words than this do not lie two slips away from one. */
const MOST_NEAR = 1_000;

/** The words of published texts that share a key with a word, that is, that are a slip or two away from it. */
export const wordsNear = async (
  db: Reader,
  { generation, locale, audiences }: WordScope,
  keys: readonly string[],
): Promise<KnownWord[]> => [
  ...(await db.execute<KnownWord>(sql`
    select word, min(shown) as shown, sum(documents)::int as documents from ${searchWords}
    where generation = ${generation} and locale = ${locale} and audience = any(${textList(audiences)})
      and audience <> 'parties' and keys && ${textList(keys)}
    group by word limit ${MOST_NEAR}`)),
];

/** The numbers of the indexed requests that the actor may see, by the row rule of requests; newest first. */
export const visibleRequests = async (db: Reader, actor: Actor, generation: number): Promise<number[]> => {
  // As one text: thousands of rows would cost more to take in than to find.
  const [row] = await db.execute<{ numbers: string | null }>(sql`
    select string_agg(d.id::text, ',' order by d.id desc) as numbers
    from ${tickets} cross join lateral (
      -- One request after the other, by the index: for who has many, Postgres would go through the documents of everybody.
      select id from ${searchDocuments} where ticket_id = ${tickets.id} and generation = ${generation} offset 0
    ) d
    where ${ticketVisibility(actor)}`);
  return row?.numbers ? row.numbers.split(',').map(Number) : [];
};

type FoundRow = {
  id: number;
  kind: SearchKind;
  key: string;
  locale: Locale;
  href: string;
  title: string;
  trail: string[];
  at: string | null;
  heading: string | null;
  anchor: string | null;
  body: string;
};

/** The numbers of the requests behind some documents, by document; what is no request, or gone, is left out. */
export const requestNumbers = async (db: Reader, documents: readonly number[]): Promise<Map<number, number>> => {
  if (documents.length === 0) return new Map();
  const rows = await db
    .select({ id: searchDocuments.id, key: searchDocuments.key })
    .from(searchDocuments)
    .where(sql`${searchDocuments.id} = any(${numberList(documents)}) and ${searchDocuments.kind} = 'request'`);
  return new Map(rows.map(({ id, key }) => [id, Number(key)]));
};

/** A document of the results with the section that the hit is in. */
export type FoundDocument = Omit<FoundRow, 'at'> & { at: Date | null };

const publishedOr = (actor: Actor, audiences: readonly SearchAudience[]): SQL => {
  const published = audiences.filter((audience) => audience !== 'parties');
  return sql`(p.audience = any(${textList(published)})
    or (p.audience = 'parties' and ${tickets.id} is not null and ${ticketVisibility(actor)}))`;
};

/**
 * The documents of a page of results with one section each, in the order asked for. Asks the row rules once more, so
 * that an index that is behind shows nobody what they may not see any longer.
 */
export const foundDocuments = async (
  db: Reader,
  actor: Actor,
  audiences: readonly SearchAudience[],
  wanted: readonly { document: number; section: number }[],
): Promise<FoundDocument[]> => {
  if (wanted.length === 0) return [];
  const rows = await db.execute<FoundRow>(sql`
    select d.id, d.kind, d.key, d.locale, d.href, d.title, d.trail, d.at, s.heading, s.anchor, s.body
    from unnest(${numberList(wanted.map(({ document }) => document))},
      ${numberList(wanted.map(({ section }) => section))}) as w(document, section)
    join ${searchDocuments} d on d.id = w.document
    join ${searchParts} p on p.id = d.part
    join ${searchSections} s on s.document_id = w.document and s.position = w.section
    left join ${tickets} on ${tickets.id} = d.ticket_id
    where ${publishedOr(actor, audiences)}`);
  const byId = new Map(rows.map((row) => [row.id, { ...row, at: row.at === null ? null : new Date(row.at) }]));
  return wanted.flatMap(({ document }) => byId.get(document) ?? []);
};
