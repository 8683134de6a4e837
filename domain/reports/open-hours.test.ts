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

  it('is empty where nothing is open', () => {
    expect(openHoursBetween(parisTime(), paris('2026-11-07 08:00'), paris('2026-11-08 20:00')).starts).toEqual([]);
  });
});
