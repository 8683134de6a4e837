import { describe, expect, it } from 'vitest';
import { placeText, readPlace, searchWords, soughtNumber } from './list';

describe('places in a list', () => {
  it('come back from an address as they went', () => {
    const place = { value: Date.UTC(2026, 10, 22), number: 1042 };
    expect(readPlace(placeText(place))).toEqual(place);
  });

  it.each(['', '12', '1.', '.1', '1.2.3', '-1.2', 'a.b', `${'9'.repeat(16)}.1`])('%s is none', (text) => {
    expect(readPlace(text)).toBeNull();
  });
});

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
