import { describe, expect, it } from 'vitest';
import { inWords, keptInAll, keptShare } from './figures';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('durations as people say them', () => {
  it.each([
    [12 * MINUTE, 'open', 12, 'minute'],
    [89 * MINUTE, 'wall', 89, 'minute'],
    [90 * MINUTE, 'wall', 1.5, 'hour'],
    [26 * HOUR, 'wall', 26, 'hour'],
    [60 * HOUR, 'wall', 2.5, 'day'],
    [60 * HOUR, 'open', 60, 'hour'],
    [0, 'open', 0, 'minute'],
  ] as const)('%d ms by %s: %d %s', (ms, measure, value, unit) => {
    expect(inWords(ms, measure)).toEqual({ value, unit });
  });
});

describe('deadlines kept', () => {
  it('have a share where any was due', () => {
    expect(keptShare({ kept: 3, missed: 1 })).toBe(0.75);
    expect(keptShare({ kept: 0, missed: 0 })).toBeNull();
    expect(
      keptInAll([
        { kept: 1, missed: 2, late: 3 },
        { kept: 4, missed: 5, late: 6 },
      ]),
    ).toEqual({ kept: 5, missed: 7, late: 9 });
  });
});
