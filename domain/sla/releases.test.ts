import { describe, expect, it } from 'vitest';
import { inParis, paris } from './fixtures/paris';
import { DEFAULT_RHYTHM, type ReleaseRhythm, releaseAfter, releaseWithin } from './releases';

const DAILY: ReleaseRhythm = {
  timeZone: 'Europe/Paris',
  slots: [1, 2, 3, 4].map((weekday) => ({ weekday, at: '12:00' })),
  skipped: ['2026-11-11'],
  extra: [{ date: '2026-11-13', at: '09:30' }],
};

describe('the next scheduled update', () => {
  it.each([
    ['later this week', DEFAULT_RHYTHM, '2026-11-09 10:00', '2026-11-10 12:00'],
    ['the very minute it leaves it is too late', DEFAULT_RHYTHM, '2026-11-10 12:00', '2026-11-17 12:00'],
    ['noon stays noon when clocks change', DEFAULT_RHYTHM, '2026-10-21 10:00', '2026-10-27 12:00'],
    ['a day is left out', DAILY, '2026-11-10 13:00', '2026-11-12 12:00'],
    ['one more is planned', DAILY, '2026-11-12 12:00', '2026-11-13 09:30'],
    ['none is planned', { ...DAILY, slots: [], extra: [] }, '2026-11-12 12:00', null],
  ])('%s', (_name, rhythm, after, next) => {
    expect(inParis(releaseAfter(rhythm, paris(after)))).toBe(next);
  });
});

it('takes the last update within a time, or the first one after it', () => {
  const within = (rhythm: ReleaseRhythm, until: string) =>
    inParis(releaseWithin(rhythm, paris('2026-11-09 10:00'), paris(until)));
  expect(within(DEFAULT_RHYTHM, '2026-12-07 10:00')).toBe('2026-12-01 12:00');
  expect(within(DEFAULT_RHYTHM, '2026-11-09 18:00')).toBe('2026-11-10 12:00');
});
