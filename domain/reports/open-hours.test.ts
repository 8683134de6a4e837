import { describe, expect, it } from 'vitest';
import { paris, parisTime } from '../sla/fixtures/paris';
import { openHoursBetween } from './open-hours';

const HOUR = 3_600_000;

describe('opening hours as columns', () => {
  it('adds up what was open before each stretch, over a weekend and a holiday', () => {
    // Friday the 6th closes at 17:00, Wednesday the 11th is a holiday.
    const hours = openHoursBetween(parisTime(), paris('2026-11-06 16:00'), paris('2026-11-12 10:00'));
    expect(hours.starts[0]).toBe(paris('2026-11-06 16:00'));
    expect(hours.starts[1]).toBe(paris('2026-11-09 09:00'));
    expect(hours.starts).not.toContain(paris('2026-11-11 09:00'));
    expect(hours.lengths[0]).toBe(HOUR);
    expect(hours.before).toEqual([0, 1, 4.5, 8.5, 12, 16].map((open) => open * HOUR));
  });

  it('goes on to its end where the oldest request was opened more than ten years ago', () => {
    const [oldest, until] = [paris('2009-03-02 09:00'), paris('2026-11-20 12:00')];
    const { starts, lengths, before } = openHoursBetween(parisTime(), oldest, until);
    expect(starts.at(-1)).toBe(paris('2026-11-20 09:00'));
    expect(lengths.at(-1)).toBe(3 * HOUR);
    // What was open between two instants is the same, wherever one begins to count.
    const since = paris('2026-11-06 16:00');
    const recent = openHoursBetween(parisTime(), since, until);
    const place = starts.findLastIndex((start) => start <= since);
    const openBefore = (before[place] ?? 0) + (since - (starts[place] ?? 0));
    expect((before.at(-1) ?? 0) - openBefore).toBe(recent.before.at(-1));
  });

  it('is empty where nothing is open', () => {
    expect(openHoursBetween(parisTime(), paris('2026-11-07 08:00'), paris('2026-11-08 20:00')).starts).toEqual([]);
  });
});
