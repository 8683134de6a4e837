import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import type { Locale } from '@/domain/people/locale';
import type { SearchAudience } from '@/domain/search/documents';
import { blockOf } from '@/domain/search/postings';
import type { KnownWord } from '@/domain/search/spelling';
import type { Reader } from '../client';
import { tickets } from '../tickets/schema';
import { ticketVisibility } from '../tickets/visibility';
import { numberList, textList } from './rows';
import { searchDocuments, searchGenerations, searchParts, searchPostings, searchSections, searchWords } from './schema';

/** The index that answers: its parts, and which numbers its documents have. */
export type IndexState = {
  generation: number;
  firstDocument: number;
  lastDocument: number;
  parts: readonly (typeof searchParts.$inferSelect)[];
};

/** What the index that answers consists of; null when none was ever built. */
export const indexState = async (db: Reader): Promise<IndexState | null> => {
  const rows = await db
    .select({
      generation: searchGenerations.id,
      firstDocument: searchGenerations.firstDocument,
      lastDocument: sql<number>`(select coalesce(max(${searchDocuments.id}), 0) from ${searchDocuments})`,
      part: searchParts,
    })
    .from(searchGenerations)
    .leftJoin(searchParts, eq(searchParts.generation, searchGenerations.id))
    .where(eq(searchGenerations.state, 'current'));
  const [first] = rows;
  if (!first) return null;
  const { generation, firstDocument, lastDocument } = first;
  return { generation, firstDocument, lastDocument, parts: rows.flatMap(({ part }) => part ?? []) };
};

export type PostingRow = { part: number; term: string; documents: number; data: Uint8Array };

/** The entries of some terms in some parts of the index; of some blocks of documents only, where `documents` are named. */
export const postingsOf = async (
  db: Reader,
  parts: readonly number[],
  terms: readonly string[],
  documents?: readonly number[],
): Promise<PostingRow[]> => {
  if (parts.length === 0 || terms.length === 0) return [];
  const blocks = documents && [...new Set(documents.map(blockOf))];
  if (blocks?.length === 0) return [];
  const narrowed = blocks ? sql`and block = any(${numberList(blocks)})` : sql``;
  return db.execute<PostingRow>(sql`
    select part, term, sum(documents)::int as documents, string_agg(data, ''::bytea) as data from ${searchPostings}
    where part = any(${numberList(parts)}) and term = any(${textList(terms)}) ${narrowed}
    group by part, term`);
};

/** Whose words are looked at: those of the documents of these audiences. */
export type WordScope = { generation: number; locale: Locale; audiences: readonly SearchAudience[] };

const inScope = ({ generation, locale, audiences }: WordScope): SQL | undefined =>
  and(
    eq(searchWords.generation, generation),
    eq(searchWords.locale, locale),
    inArray(searchWords.audience, [...audiences]),
  );

/** Greater than every letter, to end a range of words with one beginning. */
const LAST_LETTER = '\u{10FFFF}';

/** The terms of the most used words that begin so. */
export const termsBeginning = async (
  db: Reader,
  scope: WordScope,
  prefix: string,
  limit: number,
): Promise<string[]> => {
  const rows = await db
    .select({ term: searchWords.term })
    .from(searchWords)
    .where(
      and(inScope(scope), sql`${searchWords.word} >= ${prefix}`, sql`${searchWords.word} < ${prefix + LAST_LETTER}`),
    )
    .groupBy(searchWords.term)
    .orderBy(sql`sum(${searchWords.documents}) desc`)
    .limit(limit);
  return rows.map(({ term }) => term);
};

/** The words that share a key with a word, that is, that are a slip or two away from it. */
export const wordsNear = async (db: Reader, scope: WordScope, keys: readonly string[]): Promise<KnownWord[]> =>
  db
    .select({
      word: searchWords.word,
      shown: sql<string>`min(${searchWords.shown})`,
      documents: sql<number>`sum(${searchWords.documents})::int`,
    })
    .from(searchWords)
    .where(and(inScope(scope), sql`${searchWords.keys} && ${textList(keys)}`))
    .groupBy(searchWords.word)
    .limit(200);

/** The numbers of the indexed requests that the actor may see, by the row rule of requests. */
export const visibleRequests = async (db: Reader, actor: Actor, generation: number): Promise<number[]> => {
  const rows = await db
    .select({ id: searchDocuments.id })
    .from(tickets)
    .innerJoin(searchDocuments, eq(searchDocuments.ticketId, tickets.id))
    .where(and(ticketVisibility(actor), eq(searchDocuments.generation, generation)));
  return rows.map(({ id }) => id);
};

/** A document of the results with the section that the hit is in. */
export type FoundDocument = Awaited<ReturnType<typeof foundDocuments>>[number];

/**
 * The documents of a page of results with one section each, in the order asked for. Asks the row rules once more, so
 * that an index that is behind shows nobody what they may not see any longer.
 */
export const foundDocuments = async (
  db: Reader,
  actor: Actor,
  audiences: readonly SearchAudience[],
  wanted: readonly { document: number; section: number }[],
) => {
  if (wanted.length === 0) return [];
  const places = wanted.map(({ document, section }) => sql`(${document}::int, ${section}::int)`);
  const rows = await db
    .select({
      id: searchDocuments.id,
      kind: searchDocuments.kind,
      key: searchDocuments.key,
      locale: searchDocuments.locale,
      href: searchDocuments.href,
      title: searchDocuments.title,
      trail: searchDocuments.trail,
      at: searchDocuments.at,
      heading: searchSections.heading,
      anchor: searchSections.anchor,
      body: searchSections.body,
    })
    .from(searchDocuments)
    .innerJoin(searchParts, eq(searchParts.id, searchDocuments.part))
    .innerJoin(
      searchSections,
      and(
        eq(searchSections.documentId, searchDocuments.id),
        sql`(${searchSections.documentId}, ${searchSections.position}) in (${sql.join(places, sql`, `)})`,
      ),
    )
    .leftJoin(tickets, eq(tickets.id, searchDocuments.ticketId))
    .where(
      and(
        inArray(
          searchDocuments.id,
          wanted.map(({ document }) => document),
        ),
        or(
          inArray(
            searchParts.audience,
            [...audiences].filter((audience) => audience !== 'parties'),
          ),
          and(eq(searchParts.audience, 'parties'), sql`${tickets.id} is not null`, ticketVisibility(actor)),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return wanted.flatMap(({ document }) => byId.get(document) ?? []);
};
