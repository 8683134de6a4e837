import type { Reader } from '@/db/client';
import { type IndexState, requestNumbers } from '@/db/search/queries';

/** By document from `base` on: the number of its request, and 0 where nobody has asked for it yet. */
type Kept = { db: Reader; base: number; numbers: Int32Array };

let kept: Kept | null = null;

const roomFor = (db: Reader, { firstDocument: base, lastDocument }: IndexState): Int32Array => {
  const span = lastDocument - base + 1;
  const same = kept?.db === db && kept.base === base ? kept.numbers : null;
  if (same && same.length >= span) return same;
  const numbers = new Int32Array(Math.ceil(span * 1.2) + 1024);
  if (same) numbers.set(same);
  kept = { db, base, numbers };
  return numbers;
};

/**
 * The numbers of the requests behind some documents of the index, in the order of the documents. A document is of one
 * request for as long as there is an index, so each is looked up once: of several hundred that a search finds, most were
 * found before. Four bytes for each document.
 */
export const numbersOf = async (db: Reader, state: IndexState, documents: readonly number[]): Promise<number[]> => {
  const numbers = roomFor(db, state);
  const base = state.firstDocument;
  const unknown = documents.filter((document) => !numbers[document - base]);
  for (const [document, number] of await requestNumbers(db, unknown)) numbers[document - base] = number;
  return documents.flatMap((document) => numbers[document - base] || []);
};
