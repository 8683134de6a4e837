import { describe, expect, it } from 'vitest';
import { foldTicket, standing, type TicketEvent } from './history';
import { tagsIn } from './tags';

const AGENT = 'a';
const fact = (at: number, rest: Pick<TicketEvent, 'kind' | 'data'>): TicketEvent =>
  ({ at, actorId: AGENT, ...rest }) as TicketEvent;

const OPENED = fact(1, { kind: 'opened', data: {} });
const ASKED = fact(2, { kind: 'moved', data: { from: 'submitted', to: 'waiting_partner', partner: 'Banque' } });
const SLEPT = fact(3, { kind: 'snoozed', data: { until: 99 } });
const CLOSED = fact(4, { kind: 'moved', data: { from: 'waiting_partner', to: 'closed', reason: 'spam' } });

describe('what was taken back', () => {
  it('leaves the request as it stood before, with all that the act had wiped out', () => {
    const before = foldTicket([OPENED, ASKED, SLEPT]);
    const undone = fact(5, { kind: 'undone', data: { facts: [3] } });
    expect(foldTicket([OPENED, ASKED, SLEPT, CLOSED, undone])).toEqual({ ...before, lastActivityAt: 5 });
    expect(before).toMatchObject({ status: 'waiting_partner', partner: 'Banque', snoozedUntil: 99, closedAt: null });
  });

  it('stays in the history, and counts no more', () => {
    const events = [OPENED, ASKED, CLOSED, fact(5, { kind: 'undone', data: { facts: [1, 2] } })];
    expect(standing(events).map(({ kind }) => kind)).toEqual(['opened', 'undone']);
    expect(standing([OPENED, ASKED])).toEqual([OPENED, ASKED]);
  });
});

describe('tags as they are typed', () => {
  it.each([
    ['Import, paiement', ['import', 'paiement']],
    [' import ,, IMPORT ', ['import']],
    ['carte   bancaire', ['carte bancaire']],
    ['', []],
  ])('“%s”', (text, expected) => {
    expect(tagsIn(text)).toEqual(expected);
  });
});
