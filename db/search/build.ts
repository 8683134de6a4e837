import { analyse } from '@/domain/search/analysis';
import type { IndexDocument } from '@/domain/search/documents';
import { addToChunk, blockOf, type Chunk, closeChunk, emptyChunk } from '@/domain/search/postings';
import type { Tx } from '../client';
import { addBlocks, type PostingBlock } from './postings';
import { countWords, dropUnusedWords, fillBeginnings, wordCounter } from './words';
import { countDocuments, insertDocuments, insertSections, nameOf, type Part, partNameOf, partOf } from './write';

/** So many different words are counted in memory before they are written. */
const MOST_WORDS = 60_000;

type Numbered = IndexDocument & { id: number; part: number };

/**
 * Fills an index that is being built, much faster than documents are written to one that answers: what a word does is
 * gathered for many documents and written once. `add` as many documents in one transaction as there is memory for, best
 * to the end of a block, and `flush` in the same transaction; at the very end `finish`. Documents that the index holds
 * already came by a job of their own, and are left alone.
 */
export const indexBuilder = (generation: number) => {
  const parts = new Map<string, Part>();
  const words = wordCounter();
  const counts = new Map<number, number>();
  /** By part and block, then by term. */
  const chunks = new Map<string, Map<string, Chunk>>();

  const placed = async (tx: Tx, document: IndexDocument): Promise<IndexDocument & { part: number }> => {
    const name = partNameOf(document);
    const part = parts.get(name) ?? (await partOf(tx, generation, document));
    parts.set(name, part);
    return { ...document, part: part.id };
  };

  const gather = (document: Numbered): void => {
    const analysis = analyse(document);
    words.count(document.locale, document.audience, analysis, 1);
    counts.set(document.part, (counts.get(document.part) ?? 0) + 1);
    const name = `${document.part} ${blockOf(document.id)}`;
    const byTerm = chunks.get(name) ?? new Map<string, Chunk>();
    chunks.set(name, byTerm);
    for (const [term, use] of analysis.terms) {
      let chunk = byTerm.get(term);
      if (!chunk) {
        chunk = emptyChunk();
        byTerm.set(term, chunk);
      }
      addToChunk(chunk, { document: document.id, ...use });
    }
  };

  const takeBlocks = (): PostingBlock[] => {
    const blocks = [...chunks].flatMap(([name, byTerm]) => {
      const [part = 0, block = 0] = name.split(' ').map(Number);
      return [...byTerm].map(([term, chunk]) => ({
        part,
        term,
        block,
        documents: chunk.documents,
        data: closeChunk(chunk),
      }));
    });
    chunks.clear();
    // As the table's index has them: neighbours are written to the same pages.
    return blocks.sort((a, b) => a.part - b.part || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  };

  const flush = async (tx: Tx): Promise<void> => {
    await addBlocks(tx, takeBlocks());
    await countDocuments(tx, counts);
    counts.clear();
    if (words.size() > MOST_WORDS) await countWords(tx, generation, words.take());
  };

  return {
    /** Writes documents and their sections; answers the number of the last one. */
    async add(tx: Tx, documents: readonly IndexDocument[]): Promise<number> {
      const rows: (IndexDocument & { part: number })[] = [];
      for (const document of documents) rows.push(await placed(tx, document));
      const ids = await insertDocuments(tx, generation, rows, 'left');
      const written = rows.flatMap((row): Numbered[] => {
        const id = ids.get(nameOf(row));
        return id === undefined ? [] : [{ ...row, id }];
      });
      await insertSections(tx, written);
      // Chunks are written by rising number.
      for (const document of written.sort((a, b) => a.id - b.id)) gather(document);
      return written.at(-1)?.id ?? 0;
    },
    flush,
    /** Writes what is left, and works out what depends on the whole. */
    async finish(tx: Tx): Promise<void> {
      await flush(tx);
      await countWords(tx, generation, words.take());
      await dropUnusedWords(tx, generation);
      await fillBeginnings(tx, generation);
    },
  };
};

export type IndexBuilder = ReturnType<typeof indexBuilder>;
