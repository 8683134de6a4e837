import { describe, expect, it } from 'vitest';
import { searchWords, soughtNumber } from './list';

describe('what is looked for in a list', () => {
  it.each([
    ['1042', 1042],
    ['#1042', 1042],
    [' n° 1042 ', 1042],
    ['1042 import', null],
    ['import', null],
  ])('%s is number %s', (text, number) => {
    expect(soughtNumber(text)).toBe(number);
  });

  it('is cut into a few words', () => {
    expect(searchWords('  import  ligne\n847 ')).toEqual(['import', 'ligne', '847']);
    expect(searchWords('a b c d e f g h')).toHaveLength(6);
  });
});
