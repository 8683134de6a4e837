import { expect, it } from 'vitest';
import { decodePostings, encodePostings } from '@/domain/search/postings';
import { rolledBack } from '../testing/rolled-back';
import { addBlocks } from './postings';
import { ALL_DOCUMENTS, postingsOf } from './queries';

const PART = 2_000_000_000;

const block = (number: number, documents: readonly number[]) => ({
  part: PART,
  term: 'quetzal',
  block: number,
  documents: documents.length,
  data: encodePostings(documents.map((document) => ({ document, weight: 9, inTitle: false, sections: [] }))),
});

it(
  'reads the newest documents of a term, as many as are wanted and what shares their block, and counts all',
  rolledBack(async (tx) => {
    await addBlocks(tx, [block(0, [1, 2, 3]), block(1, [5_000]), block(2, [9_000, 9_001])]);
    const read = async (most: number, among?: readonly number[]) => {
      const [row] = await postingsOf(tx, [{ part: PART, term: 'quetzal', most }], among);
      const entries = row ? decodePostings(row.data) : [];
      return { documents: row?.documents, read: entries.map(({ document }) => document).sort((a, b) => a - b) };
    };
    expect(await read(1)).toEqual({ documents: 6, read: [9_000, 9_001] });
    expect(await read(3)).toEqual({ documents: 6, read: [5_000, 9_000, 9_001] });
    expect(await read(ALL_DOCUMENTS)).toEqual({ documents: 6, read: [1, 2, 3, 5_000, 9_000, 9_001] });
    expect(await read(ALL_DOCUMENTS, [4_999, 2])).toEqual({ documents: 4, read: [1, 2, 3, 5_000] });
    expect(await read(ALL_DOCUMENTS, [])).toEqual({ documents: undefined, read: [] });
    expect(await postingsOf(tx, [{ part: PART, term: '"{},\\', most: 1 }])).toEqual([]);
  }),
);
