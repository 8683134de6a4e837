import { describe, expect, it } from 'vitest';
import type { TicketEvent } from './history';
import { closesInSilence, DEFAULT_SILENCE, isOrdered, silenceStep } from './silence';
import type { TicketStatus } from './status';

const DAY = 86_400_000;
const opened: TicketEvent = { kind: 'opened', data: {}, at: 0, actorId: 'camille' };
const moved = (to: TicketStatus, day: number, closes?: number): TicketEvent => ({
  kind: 'moved',
  data: { from: 'submitted', to, by: 'agent', ...(closes === undefined ? {} : { closesAt: closes * DAY }) },
  at: day * DAY,
  actorId: 'theo',
});
const reminded = (turn: number, day: number, closes?: number): TicketEvent => ({
  kind: 'reminded',
  data: closes === undefined ? { turn } : { turn, closesAt: closes * DAY },
  at: day * DAY,
  actorId: null,
});
const wrote = (side: 'agent' | 'requester', day: number): TicketEvent => ({
  kind: 'replied',
  data: { messageId: 'm', side },
  at: day * DAY,
  actorId: side,
});
const undone = (facts: number[], day: number): TicketEvent => ({
  kind: 'undone',
  data: { facts },
  at: day * DAY,
  actorId: 'theo',
});
const step = (events: readonly TicketEvent[], day: number) =>
  silenceStep([opened, ...events], DEFAULT_SILENCE, day * DAY);

describe('a question that nobody answers', () => {
  const asked = moved('waiting_customer', 0);
  it.each([
    ['nothing for ten days', [asked], 9.9, null],
    ['a reminder then', [asked], 10, { kind: 'remind', turn: 1, closesAt: 20 * DAY }],
    ['once', [asked, reminded(1, 10)], 14.9, null],
    [
      'a second one, which announces the closing',
      [asked, reminded(1, 10)],
      15,
      { kind: 'remind', turn: 2, closesAt: 20 * DAY },
    ],
    ['once, too', [asked, reminded(1, 10), reminded(2, 15)], 19.9, null],
    ['closing', [asked, reminded(1, 10), reminded(2, 15)], 20, { kind: 'close', reason: 'no_answer' }],
    [
      'nobody looked for a week: one mail, not two, and its time to answer',
      [asked],
      17,
      { kind: 'remind', turn: 2, closesAt: 22 * DAY },
    ],
    ['nobody looked for a month: not closed unannounced', [asked], 31, { kind: 'remind', turn: 2, closesAt: 36 * DAY }],
    ['a late announcement moves the closing', [asked, reminded(2, 17)], 21.9, null],
    ['until its time is over', [asked, reminded(2, 17)], 22, { kind: 'close', reason: 'no_answer' }],
    ['a late first reminder is not followed at once by the second', [asked, reminded(1, 14)], 15, null],
    ['but as far apart as ever', [asked, reminded(1, 14)], 19, { kind: 'remind', turn: 2, closesAt: 24 * DAY }],
    ['the desk wrote again: counted from there', [asked, wrote('agent', 6)], 15.9, null],
    [
      'but not from an answer that it took back before it left',
      [asked, wrote('agent', 6), undone([2], 6)],
      10,
      { kind: 'remind', turn: 1, closesAt: 20 * DAY },
    ],
    ['and on', [asked, wrote('agent', 6)], 16, { kind: 'remind', turn: 1, closesAt: 26 * DAY }],
    [
      'asked a second time: reminders of the first are forgotten',
      [asked, reminded(1, 10), moved('in_review', 11), moved('waiting_customer', 12)],
      21.9,
      null,
    ],
    ['closed no earlier than the mail said', [asked, reminded(1, 10, 24), reminded(2, 15, 24)], 23.9, null],
    ['but then', [asked, reminded(1, 10, 24), reminded(2, 15, 24)], 24, { kind: 'close', reason: 'no_answer' }],
    ['an answer ends it', [asked, wrote('requester', 5), moved('in_review', 5)], 40, null],
  ] as const)('%s', (_name, events, day, wanted) => {
    expect(step(events, day)).toEqual(wanted);
  });
});

describe('a resolved request', () => {
  it.each([
    ['stays for fourteen days', [moved('resolved', 3)], 16.9, null],
    ['is closed then', [moved('resolved', 3)], 17, { kind: 'close', reason: 'solved' }],
    ['no earlier than was announced with it', [moved('resolved', 3, 20)], 19.9, null],
    ['but then', [moved('resolved', 3, 20)], 20, { kind: 'close', reason: 'solved' }],
    ['is closed late where nobody looked', [moved('resolved', 3)], 30, { kind: 'close', reason: 'solved' }],
    ['is left alone while it waits for its release', [moved('resolved_pending_release', 3)], 60, null],
  ] as const)('%s', (_name, events, day, wanted) => {
    expect(step(events, day)).toEqual(wanted);
  });
});

describe('when silence ends a request', () => {
  it.each([
    ['twenty days after the question', [moved('waiting_customer', 0)], 20],
    ['later after a late reminder', [moved('waiting_customer', 0), reminded(2, 17, 22)], 22],
    ['after the last words of the desk', [moved('waiting_customer', 0), wrote('agent', 6)], 26],
    ['fourteen days after it was resolved', [moved('resolved', 3)], 17],
    ['never while it is worked on', [moved('in_review', 3)], null],
  ] as const)('%s', (_name, events, day) => {
    expect(closesInSilence([opened, ...events], DEFAULT_SILENCE)).toBe(day === null ? null : day * DAY);
  });
});

it('leaves everything else alone', () => {
  for (const status of ['in_review', 'waiting_partner', 'waiting_internal', 'closed'] as const) {
    expect(step([moved(status, 0)], 400)).toBeNull();
  }
});

it('wants reminders before the closing, in their order', () => {
  expect(isOrdered(DEFAULT_SILENCE)).toBe(true);
  expect(isOrdered({ ...DEFAULT_SILENCE, secondReminder: 10 })).toBe(false);
  expect(isOrdered({ ...DEFAULT_SILENCE, close: 15 })).toBe(false);
});
