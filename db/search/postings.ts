import { type SQL, sql } from 'drizzle-orm';
import { blockOf, decodePostings, encodePostings, type Posting } from '@/domain/search/postings';
import type { Tx } from '../client';
import { asRows, byteList, numberList, textList } from './rows';
import { searchPostings } from './schema';

/** An entry of the index: what a term does in one document of a part. */
export type PostingEntry = { part: number; term: string; posting: Posting };

/** A row of the index: what a term does in the documents of one block. */
export type PostingBlock = { part: number; term: string; block: number; documents: number; data: Uint8Array };

const asColumns = (rows: readonly PostingBlock[]): SQL => sql`unnest(
  ${numberList(rows.map(({ part }) => part))}, ${textList(rows.map(({ term }) => term))},
  ${numberList(rows.map(({ block }) => block))}, ${numberList(rows.map(({ documents }) => documents))},
  ${byteList(rows.map(({ data }) => data))})`;

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

/** So many rows are handed over at once. */
const ROWS_AT_ONCE = 10_000;

/** Adds chunks of documents that have none yet: each is put behind what its row holds. */
export const addBlocks = async (tx: Tx, rows: readonly PostingBlock[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.execute(sql`
      insert into ${searchPostings} (part, term, block, documents, data)
      select * from ${asColumns(rows.slice(at, at + ROWS_AT_ONCE))}
      on conflict (part, term, block) do update
        set documents = ${searchPostings.documents} + excluded.documents, data = ${searchPostings.data} || excluded.data`);
  }
};

/** Adds entries of documents that have none yet. */
export const addPostings = async (tx: Tx, entries: readonly PostingEntry[]): Promise<void> => {
  const rows: PostingBlock[] = [];
  for (const list of inBlocks(entries).values()) {
    const [first] = list;
    if (!first) continue;
    const postings = list.map(({ posting }) => posting).sort((a, b) => a.document - b.document);
    const { part, term } = first;
    const block = blockOf(first.posting.document);
    rows.push({ part, term, block, documents: postings.length, data: encodePostings(postings) });
  }
  await addBlocks(tx, rows);
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
  const changed = rows.map(({ part, term, block, data }): PostingBlock => {
    const gone = new Set((blocks.get(`${part} ${block} ${term}`) ?? []).map(({ posting }) => posting.document));
    const kept = decodePostings(data)
      .filter(({ document }) => !gone.has(document))
      .sort((a, b) => a.document - b.document);
    return { part, term, block, documents: kept.length, data: encodePostings(kept) };
  });
  await tx.execute(sql`
    with r as (
      select * from ${asColumns(changed)} as r(part, term, block, documents, data)
    ), emptied as (
      delete from ${searchPostings} p using r
      where p.part = r.part and p.term = r.term and p.block = r.block and r.documents = 0
    )
    update ${searchPostings} p set documents = r.documents, data = r.data
    from r where p.part = r.part and p.term = r.term and p.block = r.block and r.documents > 0`);
};
