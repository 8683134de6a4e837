import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Analysis, analyse } from '@/domain/search/analysis';
import type { IndexDocument, SearchAudience, SearchRef } from '@/domain/search/documents';
import { isSamePosting } from '@/domain/search/postings';
import type { Tx } from '../client';
import { holdIndex } from './generations';
import { addPostings, type PostingEntry, removePostings } from './postings';
import { asRows, numberList } from './rows';
import { searchDocuments, searchParts, searchSections } from './schema';
import { countWords, wordCounter } from './words';

export type Part = { id: number; audience: SearchAudience };
type Stored = { id: number; part: Part; document: Analysed };
type Analysed = { locale: SearchRef['locale']; analysis: Analysis };

/** One name for what names a document. */
export const nameOf = ({ kind, key, locale }: SearchRef): string => `${kind} ${locale} ${key}`;

/** The documents of these names as the index has them; with their text, for what they are found by is made from it. */
const storedDocuments = async (tx: Tx, generation: number, refs: readonly SearchRef[]) => {
  const rows = await tx.execute<SearchRef & { id: number; part: number; audience: SearchAudience; hash: string }>(sql`
    select d.id, d.part, d.kind, d.key, d.locale, d.hash, p.audience from ${searchDocuments} d
    join jsonb_to_recordset(${asRows(refs.map(({ kind, key, locale }) => ({ kind, key, locale })))})
      as r(kind text, key text, locale text) on r.kind = d.kind and r.key = d.key and r.locale = d.locale
    join ${searchParts} p on p.id = d.part
    where d.generation = ${generation}`);
  return [...rows];
};

const withTexts = async (tx: Tx, rows: Awaited<ReturnType<typeof storedDocuments>>): Promise<Stored[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const texts = await tx
    .select({ id: searchDocuments.id, title: searchDocuments.title, keywords: searchDocuments.keywords })
    .from(searchDocuments)
    .where(sql`${searchDocuments.id} = any(${numberList(ids)})`);
  const sections = await tx
    .select()
    .from(searchSections)
    .where(sql`${searchSections.documentId} = any(${numberList(ids)})`)
    .orderBy(searchSections.documentId, searchSections.position);
  return rows.map(({ id, part, audience, locale }) => {
    const text = texts.find((candidate) => candidate.id === id);
    const own = sections.filter(({ documentId }) => documentId === id);
    const analysis = analyse({ locale, title: text?.title ?? '', keywords: text?.keywords ?? [], sections: own });
    return { id, part: { id: part, audience }, document: { locale, analysis } };
  });
};

const entriesOf = (part: number, document: number, { terms }: Analysis): PostingEntry[] =>
  [...terms].map(([term, use]) => ({ part, term, posting: { document, ...use } }));

type Placed = Pick<IndexDocument, 'kind' | 'locale' | 'audience'> & { alone?: boolean };

/** One name for what decides which part a document belongs to. */
export const partNameOf = ({ kind, locale, audience, alone = false }: Placed): string =>
  `${kind} ${locale} ${audience} ${alone}`;

/** The part that a document belongs to; made when it is the first. */
export const partOf = async (
  tx: Tx,
  generation: number,
  { kind, locale, audience, alone = false }: Placed,
): Promise<Part> => {
  const where = and(
    eq(searchParts.generation, generation),
    eq(searchParts.kind, kind),
    eq(searchParts.locale, locale),
    eq(searchParts.audience, audience),
    eq(searchParts.alone, alone),
  );
  const [known] = await tx.select({ id: searchParts.id }).from(searchParts).where(where);
  if (known) return { id: known.id, audience };
  const [made] = await tx
    .insert(searchParts)
    .values({ generation, kind, locale, audience, alone })
    .returning({ id: searchParts.id });
  if (!made) throw new Error('an insert answered no row');
  return { id: made.id, audience };
};

/** Keeps how many documents the parts hold, by how many more or fewer. */
export const countDocuments = async (tx: Tx, changes: ReadonlyMap<number, number>): Promise<void> => {
  for (const [part, change] of changes) {
    if (change === 0) continue;
    await tx
      .update(searchParts)
      .set({ documents: sql`${searchParts.documents} + ${change}` })
      .where(eq(searchParts.id, part));
  }
};

const REPLACING = sql`do update set part = excluded.part, ticket_id = excluded.ticket_id, href = excluded.href,
  title = excluded.title, trail = excluded.trail, keywords = excluded.keywords, at = excluded.at, hash = excluded.hash`;

/** Writes the rows of documents and answers their numbers by name; those held already are replaced, or left out of it. */
export const insertDocuments = async (
  tx: Tx,
  generation: number,
  documents: readonly (IndexDocument & { part: number })[],
  held: 'replaced' | 'left',
): Promise<Map<string, number>> => {
  const rows = documents.map(({ part, kind, key, locale, ticketId, href, title, trail, keywords, at, hash }) => ({
    part,
    kind,
    key,
    locale,
    ticket_id: ticketId,
    href,
    title,
    trail,
    keywords,
    at,
    hash,
  }));
  const written = await tx.execute<SearchRef & { id: number }>(sql`
    insert into ${searchDocuments} (generation, part, kind, key, locale, ticket_id, href, title, trail, keywords, at, hash)
    select ${generation}, part, kind, key, locale, ticket_id, href, title,
      array(select jsonb_array_elements_text(trail)), array(select jsonb_array_elements_text(keywords)), at, hash
    from jsonb_to_recordset(${asRows(rows)}) as r(part int, kind text, key text, locale text, ticket_id uuid, href text,
      title text, trail jsonb, keywords jsonb, at timestamptz, hash text)
    on conflict (generation, kind, key, locale) ${held === 'replaced' ? REPLACING : sql`do nothing`}
    returning id, kind, key, locale`);
  return new Map(written.map((row) => [nameOf(row), row.id]));
};

/** Writes the sections of documents that have none. */
export const insertSections = async (tx: Tx, documents: readonly (IndexDocument & { id: number })[]): Promise<void> => {
  const rows = documents.flatMap(({ id, sections }) =>
    sections.map(({ heading, anchor, body }, position) => ({ id, position, heading, anchor, body })),
  );
  await tx.execute(sql`
    insert into ${searchSections} (document_id, position, heading, anchor, body)
    select id, position, heading, anchor, body from jsonb_to_recordset(${asRows(rows)})
      as r(id int, position int, heading text, anchor text, body text)`);
};

const entryName = ({ part, term, posting }: PostingEntry): string => `${part} ${posting.document} ${term}`;

/** What is to be taken out of the index and put into it; entries that are kept alike are neither. */
const entryChanges = (before: readonly PostingEntry[], after: readonly PostingEntry[]) => {
  const removed = new Map(before.map((entry) => [entryName(entry), entry]));
  const added = after.filter((entry) => {
    const former = removed.get(entryName(entry));
    if (!former || !isSamePosting(former.posting, entry.posting)) return true;
    removed.delete(entryName(entry));
    return false;
  });
  return { removed: [...removed.values()], added };
};

/**
 * Has documents be found by what they hold now, and no longer by what they held before. Most of what they hold stays as
 * it is, and is left alone: a row of the index tells of thousands of documents, and an answer of one line would rewrite
 * one for each word of the whole conversation.
 */
const changeTexts = async (tx: Tx, generation: number, before: readonly Stored[], after: readonly Stored[]) => {
  const words = wordCounter();
  const parts = new Map<number, number>();
  const count = (documents: readonly Stored[], by: 1 | -1): void => {
    for (const { part, document } of documents) {
      words.count(document.locale, part.audience, document.analysis, by);
      parts.set(part.id, (parts.get(part.id) ?? 0) + by);
    }
  };
  count(before, -1);
  count(after, 1);
  const entries = (documents: readonly Stored[]): PostingEntry[] =>
    documents.flatMap(({ id, part, document }) => entriesOf(part.id, id, document.analysis));
  const { removed, added } = entryChanges(entries(before), entries(after));
  await removePostings(tx, removed);
  await addPostings(tx, added);
  await countWords(tx, generation, words.take());
  await countDocuments(tx, parts);
};

/**
 * Puts documents into an index, in the place of what it holds under the same names. What has not changed by its hash is
 * left alone. Answers how many were written.
 */
export const writeDocuments = async (
  tx: Tx,
  generation: number,
  documents: readonly IndexDocument[],
): Promise<number> => {
  if (documents.length === 0) return 0;
  await holdIndex(tx);
  const stored = await storedDocuments(tx, generation, documents);
  const hashes = new Map(stored.map((row) => [nameOf(row), row.hash]));
  const changed = documents.filter((document) => hashes.get(nameOf(document)) !== document.hash);
  if (changed.length === 0) return 0;
  const names = new Set(changed.map(nameOf));
  const former = await withTexts(
    tx,
    stored.filter((row) => names.has(nameOf(row))),
  );
  const parts = new Map<string, Part>();
  const placed: (IndexDocument & { part: number })[] = [];
  for (const document of changed) {
    const name = partNameOf(document);
    const part = parts.get(name) ?? (await partOf(tx, generation, document));
    parts.set(name, part);
    placed.push({ ...document, part: part.id });
  }
  const ids = await insertDocuments(tx, generation, placed, 'replaced');
  const numbered = placed.map((document) => ({ ...document, id: ids.get(nameOf(document)) ?? 0 }));
  await tx.delete(searchSections).where(sql`${searchSections.documentId} = any(${numberList([...ids.values()])})`);
  await insertSections(tx, numbered);
  const present = numbered.map((document): Stored => {
    const { id, part, audience, locale } = document;
    return { id, part: { id: part, audience }, document: { locale, analysis: analyse(document) } };
  });
  await changeTexts(tx, generation, former, present);
  return changed.length;
};

/** Takes documents out of an index; those it does not hold are passed over. */
export const removeDocuments = async (tx: Tx, generation: number, refs: readonly SearchRef[]): Promise<void> => {
  if (refs.length === 0) return;
  await holdIndex(tx);
  const stored = await withTexts(tx, await storedDocuments(tx, generation, refs));
  if (stored.length === 0) return;
  await changeTexts(tx, generation, stored, []);
  await tx.delete(searchDocuments).where(
    inArray(
      searchDocuments.id,
      stored.map(({ id }) => id),
    ),
  );
};

/** What an index holds of some kinds, by name and hash: to find what has changed without reading any text. */
export const heldDocuments = async (
  tx: Tx,
  generation: number,
  kinds: readonly SearchRef['kind'][],
): Promise<(SearchRef & { hash: string })[]> => {
  const { kind, key, locale, hash } = searchDocuments;
  return tx
    .select({ kind, key, locale, hash })
    .from(searchDocuments)
    .where(and(eq(searchDocuments.generation, generation), inArray(kind, [...kinds])));
};
