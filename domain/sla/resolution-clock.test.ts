import { describe, expect, it } from 'vitest';
import { AT_TEN, brief, clock, closes, marks, moves, TARGETS } from './fixtures/clock';
import { inParis } from './fixtures/paris';

describe('the resolution', () => {
  const waits = moves('2026-11-10 10:00', 'submitted', 'waiting_customer');
  const answers = moves('2026-11-16 10:00', 'waiting_customer', 'in_review', 'requester');
  it.each([
    ['runs', [], '2026-11-09 12:00', ['running', '2026-11-12 10:00']],
    ['has no due while it is paused', [waits], '2026-11-20 12:00', ['paused', null]],
    [
      'moves by the working time of a pause, not by its hours',
      [waits, answers],
      '2026-11-16 12:00',
      ['running', '2026-11-17 10:00'],
    ],
    [
      'is late at once where it was late before the pause',
      [moves('2026-11-13 10:00', 'submitted', 'waiting_customer')],
      '2026-11-20 12:00',
      ['late', '2026-11-12 10:00'],
    ],
    [
      'is kept by a resolution',
      [moves('2026-11-10 10:00', 'submitted', 'resolved')],
      '2026-12-01 10:00',
      ['kept', '2026-11-12 10:00'],
    ],
    [
      'is kept by a fix that waits for its release',
      [moves('2026-11-10 10:00', 'submitted', 'resolved_pending_release')],
      '2026-12-01 10:00',
      ['kept', '2026-11-12 10:00'],
    ],
    [
      'runs on when it is reopened',
      [
        moves('2026-11-10 10:00', 'submitted', 'resolved'),
        moves('2026-11-16 10:00', 'resolved', 'in_review', 'requester'),
      ],
      '2026-11-16 11:00',
      ['running', '2026-11-17 10:00'],
    ],
    [
      'counts no duplicate',
      [closes('2026-11-20 15:00', 'duplicate')],
      '2026-11-21 10:00',
      ['stopped', '2026-11-12 10:00'],
    ],
    [
      'counts one closed late',
      [closes('2026-11-20 15:00', 'solved')],
      '2026-11-21 10:00',
      ['missed', '2026-11-12 10:00'],
    ],
    [
      'stands still while something is missing again',
      [marks('2026-11-10 10:00', 'complete', false), marks('2026-11-12 10:00', 'complete', true)],
      '2026-11-12 11:00',
      ['running', '2026-11-13 09:52'],
    ],
  ] as const)('%s', (_name, events, now, wanted) => {
    expect(brief(clock('resolution', [AT_TEN, ...events], now))).toEqual(wanted);
  });

  it('of a problem begins when it has been reproduced', () => {
    const problem = { needsReproduction: true };
    expect(clock('resolution', [AT_TEN], '2026-11-09 12:00', problem)).toMatchObject({
      state: 'waiting',
      awaits: 'reproducible',
    });
    const seen = [AT_TEN, marks('2026-11-10 14:00', 'reproducible', true)];
    expect(brief(clock('resolution', seen, '2026-11-10 15:00', problem))).toEqual(['running', '2026-11-13 12:02']);
    expect(brief(clock('taken', seen, '2026-11-09 10:30', problem))).toEqual(['running', '2026-11-09 11:00']);
  });

  it.each([
    ['at once, round the clock', { kind: 'elapsed', amount: 48, unit: 'hour' }, [], '2026-11-11 10:00'],
    ['a week that holds a change of clocks', { kind: 'elapsed', amount: 1, unit: 'week' }, [], '2026-11-16 10:00'],
    [
      'round the clock, with a pause',
      { kind: 'elapsed', amount: 48, unit: 'hour' },
      [waits, answers],
      '2026-11-17 10:00',
    ],
    ['the next update', { kind: 'nextRelease' }, [], '2026-11-10 12:00'],
    ['the next update, which leaves during a pause', { kind: 'nextRelease' }, [waits, answers], '2026-11-17 12:00'],
    ['an update within four weeks', { kind: 'releaseWithin', weeks: 4 }, [], '2026-12-01 12:00'],
    ['the same, moved by a pause', { kind: 'releaseWithin', weeks: 4 }, [waits, answers], '2026-12-08 12:00'],
    ['as well as we can', { kind: 'bestEffort' }, [], null],
  ] as const)('promised %s', (_name, resolution, events, due) => {
    const found = clock('resolution', [AT_TEN, ...events], '2026-11-09 12:00', { targets: { ...TARGETS, resolution } });
    expect(inParis(found?.due ?? null)).toBe(due);
  });
});
