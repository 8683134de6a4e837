import { sql } from 'drizzle-orm';
import { blockOf, decodePostings, encodePostings, type Posting } from '@/domain/search/postings';
import type { Tx } from '../client';
import { asRows } from './rows';
import { searchPostings, searchWords } from './schema';

/** An entry of the index: what a term does in one document of a part. */
export type PostingEntry = { part: number; term: string; posting: Posting };

type Row = { part: number; term: string; block: number; documents: number; data: string };

const asHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const inBlocks = (entries: readonly PostingEntry[]): Map<string, PostingEntry[]> => {
  const blocks = new Map<string, PostingEntry[]>();
  for (const entry of entries) {
    const name = `${entry.part} ${blockOf(entry.posting.document)} ${entry.term}`;
    const list = blocks.get(name);
    if (list) list.push(entry);
    else blocks.set(name, [entry]);
  }
  return blocks;
};

/** Adds entries of documents that have none yet: a chunk is put behind what the row holds. */
export const addPostings = async (tx: Tx, entries: readonly PostingEntry[]): Promise<void> => {
  const rows: Row[] = [];
  for (const list of inBlocks(entries).values()) {
    const [first] = list;
    if (!first) continue;
    const postings = list.map(({ posting }) => posting).sort((a, b) => a.document - b.document);
    const { part, term } = first;
    const block = blockOf(first.posting.document);
    rows.push({ part, term, block, documents: postings.length, data: asHex(encodePostings(postings)) });
  }
  await tx.execute(sql`
    insert into ${searchPostings} (part, term, block, documents, data)
    select part, term, block, documents, decode(data, 'hex')
    from jsonb_to_recordset(${asRows(rows)}) as r(part int, term text, block int, documents int, data text)
    on conflict (part, term, block) do update
      set documents = ${searchPostings.documents} + excluded.documents, data = ${searchPostings.data} || excluded.data`);
};

/** Takes entries out again; those of documents that have none are passed over. */
export const removePostings = async (tx: Tx, entries: readonly PostingEntry[]): Promise<void> => {
  const blocks = inBlocks(entries);
  if (blocks.size === 0) return;
  const wanted = [...blocks.values()].flatMap(([first]) =>
    first ? [{ part: first.part, term: first.term, block: blockOf(first.posting.document) }] : [],
  );
  const rows = await tx.execute<{ part: number; term: string; block: number; data: Uint8Array }>(sql`
    select p.part, p.term, p.block, p.data from ${searchPostings} p
    join jsonb_to_recordset(${asRows(wanted)}) as r(part int, term text, block int)
      on r.part = p.part and r.term = p.term and r.block = p.block`);
  const changed = rows.map(({ part, term, block, data }): Row => {
    const gone = new Set((blocks.get(`${part} ${block} ${term}`) ?? []).map(({ posting }) => posting.document));
    const kept = decodePostings(data)
      .filter(({ document }) => !gone.has(document))
      .sort((a, b) => a.document - b.document);
    return { part, term, block, documents: kept.length, data: kept.length > 0 ? asHex(encodePostings(kept)) : '' };
  });
  await tx.execute(sql`
    with r as (
      select * from jsonb_to_recordset(${asRows(changed)}) as r(part int, term text, block int, documents int, data text)
    ), emptied as (
      delete from ${searchPostings} p using r
      where p.part = r.part and p.term = r.term and p.block = r.block and r.documents = 0
    )
    update ${searchPostings} p set documents = r.documents, data = decode(r.data, 'hex')
    from r where p.part = r.part and p.term = r.term and p.block = r.block and r.documents > 0`);
};

/** A word of an audience's documents, and by how many documents more or fewer it is held now. */
export type WordChange = {
  locale: string;
  audience: string;
  word: string;
  term: string;
  shown: string;
  change: number;
  keys: readonly string[];
};

/** Keeps the words of an index and in how many documents each stands. */
export const countWords = async (tx: Tx, generation: number, changes: readonly WordChange[]): Promise<void> => {
  // In one order, so that two writers never wait for each other.
  const rows = changes.filter(({ change }) => change !== 0);
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${searchWords} (generation, locale, audience, word, term, shown, documents, keys)
    select ${generation}, locale, audience, word, term, shown, change, array(select jsonb_array_elements_text(keys))
    from jsonb_to_recordset(${asRows(rows)})
      as r(locale text, audience text, word text, term text, shown text, change int, keys jsonb)
    on conflict (generation, locale, audience, word) do update
      set documents = ${searchWords.documents} + excluded.documents`);
  if (rows.some(({ change }) => change < 0)) {
    await tx.execute(sql`
      delete from ${searchWords} w
      using jsonb_to_recordset(${asRows(rows.filter(({ change }) => change < 0))}) as r(locale text, audience text, word text)
      where w.generation = ${generation} and w.locale = r.locale and w.audience = r.audience
        and w.word = r.word and w.documents <= 0`);
  }
};
