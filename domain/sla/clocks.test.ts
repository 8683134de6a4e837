import { describe, expect, it } from 'vitest';
import type { TicketEvent } from '../tickets/history';
import { mayMove, STATUS_RULES, TICKET_STATUSES, type TicketStatus } from '../tickets/status';
import { clocksOf, nextDeadline } from './clocks';
import { AT_TEN, brief, clock, closes, marks, moves, rules, says } from './fixtures/clock';
import { chance } from './fixtures/minute-model';
import { inParis, paris } from './fixtures/paris';

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

it('shows the deadline that comes first', () => {
  const events = [AT_TEN, says('2026-11-09 10:30', 'agent'), says('2026-11-09 11:00', 'requester')];
  expect(nextDeadline(clocksOf(events, rules(), paris('2026-11-09 12:00')))?.kind).toBe('answer');
  const waiting = [...events, moves('2026-11-09 12:00', 'submitted', 'waiting_customer')];
  expect(nextDeadline(clocksOf(waiting, rules(), paris('2026-11-10 12:00')))).toBeNull();
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
