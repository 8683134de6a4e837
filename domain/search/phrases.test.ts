import { describe, expect, it } from 'vitest';
import { listsOfPhrases } from './phrases';
import { decodePostings, encodePostings, type Posting } from './postings';
import type { Part, PostingList, Slot } from './weighing';

const part = (id: number): Part => ({ id, kind: 0, pool: 0, documents: 10 });
const at = (document: number, sections: readonly number[], more: Partial<Posting> = {}): Posting => ({
  document,
  weight: 40,
  inTitle: false,
  sections: sections.map((section) => ({ section, inHeading: false, count: 1 })),
  ...more,
});
const list = (term: string, postings: readonly Posting[], id = 1): PostingList => ({
  part: part(id),
  term,
  documents: postings.length,
  bytes: encodePostings(postings),
});
const slots: Slot[] = [
  {
    word: 'refund',
    alternatives: [
      { term: 'refund', factor: 1 },
      { term: 'give back', factor: 0.5, all: ['give', 'back'] },
    ],
  },
];
const found = (...lists: PostingList[]) =>
  listsOfPhrases(slots, lists).map(({ term, part: { id }, documents, bytes }) => ({
    term,
    part: id,
    documents,
    in: decodePostings(bytes).map(({ document, weight, sections }) => [
      document,
      weight,
      sections.map(({ section }) => section),
    ]),
  }));

describe('an expression of several words', () => {
  it('stands where all of its words do, in one section', () => {
    const give = list('give', [at(1, [0, 2]), at(2, [1]), at(4, [3])]);
    const back = list('back', [at(1, [2], { weight: 60 }), at(2, [3]), at(3, [0])]);
    expect(found(give, back)).toEqual([{ term: 'give back', part: 1, documents: 1, in: [[1, 50, [2]]] }]);
  });

  it('stands in a title that holds all of it, and in what has no sections', () => {
    const titled = { inTitle: true };
    const give = list('give', [at(1, [0], titled), at(2, []), at(5, [0], titled)]);
    const back = list('back', [at(1, [3], titled), at(2, []), at(5, [4])]);
    expect(found(give, back)).toEqual([
      {
        term: 'give back',
        part: 1,
        documents: 2,
        in: [
          [1, 40, []],
          [2, 40, []],
        ],
      },
    ]);
  });

  it('is looked for in each part of the index by itself, and nowhere where a word of it is missing', () => {
    expect(found(list('give', [at(1, [0])]), list('back', [at(1, [0])], 2))).toEqual([]);
    expect(found(list('give', [at(1, [0])]))).toEqual([]);
    const both = [1, 2].flatMap((id) => [list('give', [at(1, [0])], id), list('back', [at(1, [0])], id)]);
    expect(found(...both).map((one) => one.part)).toEqual([1, 2]);
  });
});
