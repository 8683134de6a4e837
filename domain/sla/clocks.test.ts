import { describe, expect, it } from 'vitest';
import type { ClockKind, TicketEvent } from '../tickets/history';
import { mayMove, STATUS_RULES, TICKET_STATUSES, type TicketStatus } from '../tickets/status';
import { type Clock, type ClockRules, clocksOf, nextDeadline } from './clocks';
import { explain } from './explanation';
import { chance } from './fixtures/minute-model';
import { inParis, paris, parisTime } from './fixtures/paris';
import type { PolicyTargets } from './policy';
import { DEFAULT_RHYTHM } from './releases';

const TARGETS: PolicyTargets = {
  taken: { kind: 'work', amount: 1, unit: 'hour' },
  answer: { kind: 'work', amount: 4, unit: 'hour' },
  resolution: { kind: 'work', amount: 2, unit: 'day' },
};
// Days of a calendar are worked out once.
const TIME = parisTime();
const rules = (change: Partial<ClockRules> = {}): ClockRules => ({
  time: TIME,
  rhythm: DEFAULT_RHYTHM,
  targets: TARGETS,
  needsReproduction: false,
  ...change,
});

const opened = (at: string): TicketEvent => ({ kind: 'opened', data: {}, at: paris(at), actorId: 'camille' });
const says = (at: string, side: 'requester' | 'agent'): TicketEvent => ({
  kind: 'replied',
  data: { messageId: 'm', side },
  at: paris(at),
  actorId: side === 'agent' ? 'theo' : 'camille',
});
const moves = (at: string, from: TicketStatus, to: TicketStatus, by: 'requester' | 'agent' = 'agent'): TicketEvent => ({
  kind: 'moved',
  data: { from, to, by },
  at: paris(at),
  actorId: by === 'agent' ? 'theo' : 'camille',
});
const marks = (at: string, mark: 'complete' | 'reproducible', on: boolean): TicketEvent => ({
  kind: 'marked',
  data: { mark, on },
  at: paris(at),
  actorId: 'theo',
});
const closes = (at: string, reason: 'spam' | 'duplicate' | 'solved'): TicketEvent => ({
  kind: 'moved',
  data: { from: 'submitted', to: 'closed', by: 'agent', reason },
  at: paris(at),
  actorId: 'theo',
});

const clock = (
  kind: ClockKind,
  events: readonly TicketEvent[],
  now: string,
  change: Partial<ClockRules> = {},
): Clock | undefined => clocksOf(events, rules(change), paris(now)).findLast((one) => one.kind === kind);
const brief = (one: Clock | undefined) => one && [one.state, inParis(one.due)];

const AT_TEN = opened('2026-11-09 10:00');

describe('taken in charge', () => {
  it.each([
    ['runs', [], '2026-11-09 10:30', ['running', '2026-11-09 11:00']],
    ['is late from the first moment after', [], '2026-11-09 11:01', ['late', '2026-11-09 11:00']],
    ['is kept by an answer', [says('2026-11-09 10:40', 'agent')], '2026-11-10 10:00', ['kept', '2026-11-09 11:00']],
    [
      'is missed by a late one',
      [says('2026-11-09 11:40', 'agent')],
      '2026-11-10 10:00',
      ['missed', '2026-11-09 11:00'],
    ],
    [
      'is not kept by the customer',
      [says('2026-11-09 10:40', 'requester')],
      '2026-11-09 10:50',
      ['running', '2026-11-09 11:00'],
    ],
    [
      'is kept by a move of the desk',
      [moves('2026-11-09 10:20', 'submitted', 'qualified')],
      '2026-11-10 10:00',
      ['kept', '2026-11-09 11:00'],
    ],
    [
      'is not needed once the customer has solved it',
      [moves('2026-11-09 10:20', 'submitted', 'resolved', 'requester')],
      '2026-11-10 10:00',
      ['stopped', '2026-11-09 11:00'],
    ],
    ['counts no spam', [closes('2026-11-09 15:00', 'spam')], '2026-11-10 10:00', ['stopped', '2026-11-09 11:00']],
    [
      'is fulfilled once',
      [
        says('2026-11-09 10:40', 'agent'),
        moves('2026-11-09 11:00', 'submitted', 'resolved'),
        moves('2026-11-12 11:00', 'resolved', 'in_review', 'requester'),
      ],
      '2026-11-20 10:00',
      ['kept', '2026-11-09 11:00'],
    ],
  ] as const)('%s', (_name, events, now, wanted) => {
    expect(brief(clock('taken', [AT_TEN, ...events], now))).toEqual(wanted);
  });

  it('begins when the report is complete', () => {
    const incomplete = [AT_TEN, marks('2026-11-09 10:00', 'complete', false)];
    expect(clock('taken', incomplete, '2026-11-09 12:00')).toMatchObject({
      state: 'waiting',
      awaits: 'complete',
      due: null,
    });
    const completed = [...incomplete, marks('2026-11-10 17:30', 'complete', true)];
    expect(brief(clock('taken', completed, '2026-11-12 09:00'))).toEqual(['running', '2026-11-12 09:30']);
  });

  it('warns when a quarter of the time is left', () => {
    expect(inParis(clock('taken', [AT_TEN], '2026-11-09 10:10')?.warnAt ?? null)).toBe('2026-11-09 10:45');
  });
});

describe('the next answer', () => {
  const taken = says('2026-11-09 10:40', 'agent');
  it.each([
    ['nobody waits for one', [], null],
    [
      'from the first unanswered message, whatever follows',
      [says('2026-11-09 11:00', 'requester'), says('2026-11-09 15:00', 'requester')],
      ['running', '2026-11-09 16:30'],
    ],
    [
      'kept by an answer',
      [says('2026-11-09 11:00', 'requester'), says('2026-11-09 15:00', 'agent')],
      ['kept', '2026-11-09 16:30'],
    ],
    [
      'anew with the next message',
      [says('2026-11-09 11:00', 'requester'), says('2026-11-09 12:00', 'agent'), says('2026-11-09 15:00', 'requester')],
      ['running', '2026-11-10 10:00'],
    ],
    [
      'a partner is waited for',
      [says('2026-11-09 11:00', 'requester'), moves('2026-11-09 12:00', 'submitted', 'waiting_partner')],
      ['paused', null],
    ],
    [
      'not needed once it is resolved',
      [says('2026-11-09 11:00', 'requester'), moves('2026-11-09 12:00', 'submitted', 'resolved')],
      ['stopped', '2026-11-09 16:30'],
    ],
    [
      'runs when a message reopens it',
      [
        moves('2026-11-09 11:00', 'submitted', 'resolved'),
        says('2026-11-09 15:00', 'requester'),
        moves('2026-11-09 15:00', 'resolved', 'in_review', 'requester'),
      ],
      ['running', '2026-11-10 10:00'],
    ],
  ] as const)('%s', (_name, events, wanted) => {
    const found = clock('answer', [AT_TEN, taken, ...events], '2026-11-09 15:30');
    expect(brief(found) ?? null).toEqual(wanted);
  });

  it('is the first answer’s affair until somebody has taken the request', () => {
    expect(clock('answer', [AT_TEN, says('2026-11-09 11:00', 'requester')], '2026-11-09 15:30')).toBeUndefined();
  });
});

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

it('shows the deadline that comes first', () => {
  const events = [AT_TEN, says('2026-11-09 10:30', 'agent'), says('2026-11-09 11:00', 'requester')];
  expect(nextDeadline(clocksOf(events, rules(), paris('2026-11-09 12:00')))?.kind).toBe('answer');
  const waiting = [...events, moves('2026-11-09 12:00', 'submitted', 'waiting_customer')];
  expect(nextDeadline(clocksOf(waiting, rules(), paris('2026-11-10 12:00')))).toBeNull();
});

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

describe('whatever happens to a request', () => {
  it('its clocks run, stand still and stop as its status says', () => {
    const random = chance(4);
    const stands = { runs: ['running', 'late'], paused: ['paused', 'late'], stopped: ['kept', 'missed', 'stopped'] };
    for (let walk = 0; walk < 400; walk += 1) {
      const events: TicketEvent[] = [AT_TEN];
      let at = paris('2026-11-09 10:00');
      let status: TicketStatus = 'submitted';
      for (let step = 0; step < 12; step += 1) {
        at += (1 + random.below(3_000)) * 60_000;
        const reachable = TICKET_STATUSES.filter(
          (to) => mayMove(status, to, 'agent') && (to !== 'closed' || random.next() < 0.1),
        );
        const [first, ...others] = reachable;
        if (!first) break;
        const to: TicketStatus = random.pick([first, ...others]);
        events.push({
          kind: 'moved',
          data: { from: status, to, by: 'agent', ...(to === 'closed' ? { reason: 'solved' } : {}) },
          at,
          actorId: 'theo',
        });
        status = to;
        const resolution = clocksOf(events, rules(), at).find((one) => one.kind === 'resolution');
        const expected: readonly string[] = stands[STATUS_RULES[status].clock];
        expect([events, resolution?.state]).toEqual([
          events,
          expect.toSatisfy((state: string) => expected.includes(state)),
        ]);
      }
    }
  });
});
