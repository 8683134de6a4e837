import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../tickets/history';
import type { ClockRules } from './clocks';
import { explain } from './explanation';
import { AT_TEN, clock, moves, rules } from './fixtures/clock';
import { paris } from './fixtures/paris';

describe('the explanation', () => {
  const story = (events: readonly TicketEvent[], now: string, change: Partial<ClockRules> = {}) => {
    const found = clock('resolution', [AT_TEN, ...events], now, change);
    if (!found) throw new Error('there is always a resolution');
    return explain(found, rules(), paris(now));
  };
  const HOUR = 3_600_000;

  it('tells what ran, what was paused and why, and what is left', () => {
    const { lines, bar, pauses } = story(
      [
        moves('2026-11-10 10:00', 'submitted', 'waiting_customer'),
        moves('2026-11-12 10:00', 'waiting_customer', 'in_review', 'requester'),
      ],
      '2026-11-12 13:45',
    );
    expect(lines).toMatchObject([
      { kind: 'ran', ran: 7.5 * HOUR, closed: [] },
      { kind: 'paused', from: paris('2026-11-10 10:00'), to: paris('2026-11-12 10:00'), reason: 'waiting_customer' },
      { kind: 'ran', ran: 2.5 * HOUR },
      // An hour of the short Friday is a larger part of its day.
      { kind: 'left', due: paris('2026-11-13 09:52'), left: 4 * HOUR + 52 * 60_000 },
    ]);
    expect(bar.map(({ kind }) => kind)).toEqual(['ran', 'left']);
    expect(bar.reduce((sum, part) => sum + part.share, 0)).toBeCloseTo(1);
    expect(pauses).toEqual([{ at: expect.closeTo(0.5, 1), reason: 'waiting_customer' }]);
  });

  it('names the holidays that did not count', () => {
    expect(story([], '2026-11-12 09:30').lines[0]).toMatchObject({ kind: 'ran', closed: [{ fr: 'Armistice' }] });
  });

  it('tells a breach and by how much', () => {
    expect(story([], '2026-11-12 12:00').lines.at(-1)).toEqual({
      kind: 'late',
      due: paris('2026-11-12 10:00'),
      by: 2 * HOUR,
    });
    expect(story([moves('2026-11-12 11:00', 'submitted', 'resolved')], '2026-11-20 12:00').lines.at(-1)).toEqual({
      kind: 'missed',
      at: paris('2026-11-12 11:00'),
      by: HOUR,
    });
  });

  it('says what it still waits for before it runs', () => {
    expect(story([], '2026-11-12 12:00', { needsReproduction: true })).toEqual({
      lines: [{ kind: 'waited', from: paris('2026-11-09 10:00'), to: null, awaits: 'reproducible' }],
      bar: [],
      pauses: [],
    });
  });

  it('keeps a pause that lasts open', () => {
    const { lines } = story([moves('2026-11-10 10:00', 'submitted', 'waiting_partner')], '2026-11-20 12:00');
    expect(lines.at(-1)).toEqual({
      kind: 'paused',
      from: paris('2026-11-10 10:00'),
      to: null,
      reason: 'waiting_partner',
    });
  });
});
