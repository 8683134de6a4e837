import { describe, expect, it } from 'vitest';
import { foldTicket, type TicketEvent } from './history';
import { mayBeRated, RATING_DAYS, wantsAttention } from './rating';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const DAY = 86_400_000;

describe('whether a request may be rated', () => {
  it.each([
    ['at work', null, null, false],
    ['just resolved', NOW, null, true],
    ['on the last day', NOW - RATING_DAYS * DAY, null, true],
    ['a moment after it', NOW - RATING_DAYS * DAY - 1, null, false],
    ['closed as solved', NOW - DAY, 'solved', true],
    ['closed for want of an answer', NOW - DAY, 'no_answer', true],
    ['a duplicate', NOW - DAY, 'duplicate', false],
    ['merged into another', NOW - DAY, 'merged', false],
    ['withdrawn', NOW - DAY, 'withdrawn', false],
    ['spam', NOW - DAY, 'spam', false],
  ] as const)('%s', (_, resolvedAt, closingReason, expected) => {
    expect(mayBeRated({ resolvedAt, closingReason }, NOW)).toBe(expected);
  });
});

describe('the rating in the history', () => {
  const at = (minutes: number) => NOW + minutes * 60_000;
  const resolved: TicketEvent[] = [
    { at: at(0), actorId: 'camille', kind: 'opened', data: {} },
    { at: at(1), actorId: 'theo', kind: 'moved', data: { from: 'submitted', to: 'resolved' } },
    { at: at(2), actorId: 'camille', kind: 'rated', data: { rating: 'mixed', comment: null } },
  ];

  it('is the last that was given', () => {
    const again: TicketEvent = {
      at: at(3),
      actorId: 'camille',
      kind: 'rated',
      data: { rating: 'satisfied', comment: 'Merci !' },
    };
    expect(foldTicket(resolved)).toMatchObject({ rating: 'mixed', ratedAt: at(2) });
    expect(foldTicket([...resolved, again])).toMatchObject({ rating: 'satisfied', ratedAt: at(3) });
  });

  it('stays when the request is closed, and goes when it is opened again', () => {
    const closed: TicketEvent = { at: at(4), actorId: null, kind: 'moved', data: { from: 'resolved', to: 'closed' } };
    const reopened: TicketEvent = {
      at: at(4),
      actorId: null,
      kind: 'moved',
      data: { from: 'resolved', to: 'in_review' },
    };
    expect(foldTicket([...resolved, closed])).toMatchObject({ rating: 'mixed' });
    expect(foldTicket([...resolved, reopened])).toMatchObject({ rating: null, ratedAt: null });
  });
});

it('calls for attention when somebody is not content or says why', () => {
  expect(wantsAttention('dissatisfied', null)).toBe(true);
  expect(wantsAttention('satisfied', 'Bravo')).toBe(true);
  expect(wantsAttention('mixed', null)).toBe(false);
});
