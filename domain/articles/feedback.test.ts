import { describe, expect, it } from 'vitest';
import { type Tally, unhelpedAtLeast, worstFirst } from './feedback';

const tally = (yes: number, partly: number, no: number): Tally => ({ yes, partly, no });

describe('the share of readers left without an answer, at least', () => {
  it.each([
    ['nothing is known without votes', tally(0, 0, 0), 0],
    ['everybody was helped', tally(40, 0, 0), 0],
    ['two of two say little', tally(0, 0, 2), 0.342],
    ['thirty of fifty say much', tally(20, 0, 30), 0.462],
    ['partly counts as half', tally(20, 30, 0), 0.191],
    ['one of one', tally(0, 0, 1), 0.207],
    ['all of a hundred', tally(0, 0, 100), 0.963],
  ])('%s', (_what, votes, share) => {
    expect(unhelpedAtLeast(votes)).toBeCloseTo(share, 3);
  });

  it('grows with each vote against and shrinks with each vote for', () => {
    for (let no = 0; no < 30; no += 1) {
      expect(unhelpedAtLeast(tally(10, 0, no + 1))).toBeGreaterThan(unhelpedAtLeast(tally(10, 0, no)));
      expect(unhelpedAtLeast(tally(no + 1, 0, 10))).toBeLessThan(unhelpedAtLeast(tally(no, 0, 10)));
    }
  });
});

describe('the order editors see', () => {
  it('puts the surest complaint first and what has too few votes last', () => {
    const articles = [
      { name: 'loved', tally: tally(50, 0, 1) },
      { name: 'three angry readers', tally: tally(0, 0, 3) },
      { name: 'one angry reader', tally: tally(0, 0, 1) },
      { name: 'thirty of fifty', tally: tally(20, 0, 30) },
      { name: 'five of five', tally: tally(0, 0, 5) },
    ];
    expect(articles.sort(worstFirst).map(({ name }) => name)).toEqual([
      'five of five',
      'thirty of fifty',
      'loved',
      'three angry readers',
      'one angry reader',
    ]);
  });
});
