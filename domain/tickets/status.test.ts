import { describe, expect, it } from 'vitest';
import { explanationOf } from './explanation';
import { mayMove, movesFor, STATUS_RULES, TICKET_STATUSES, type TicketStatus } from './status';

const reachableFrom = (start: TicketStatus): Set<TicketStatus> => {
  const seen = new Set<TicketStatus>([start]);
  const queue: TicketStatus[] = [start];
  for (let status = queue.shift(); status; status = queue.shift()) {
    for (const { to } of STATUS_RULES[status].moves) {
      if (seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
};

describe('the status machine of requests', () => {
  it.each([
    ['submitted', 'resolved', 'requester', true],
    ['submitted', 'resolved', 'agent', true],
    ['submitted', 'qualified', 'agent', true],
    ['submitted', 'qualified', 'requester', false],
    ['submitted', 'submitted', 'agent', false],
    ['waiting_customer', 'in_review', 'agent', true],
    ['resolved', 'in_review', 'requester', true],
    ['resolved', 'closed', 'requester', false],
    ['resolved', 'closed', 'system', true],
    ['resolved_pending_release', 'resolved', 'system', true],
    ['closed', 'in_review', 'agent', false],
    ['closed', 'resolved', 'requester', false],
    ['waiting_customer', 'closed', 'system', true],
    ['in_review', 'closed', 'system', false],
    ['waiting_partner', 'closed', 'system', false],
  ] as const)('%s → %s by the %s: %s', (from, to, party, allowed) => {
    expect(mayMove(from, to, party)).toBe(allowed);
  });

  it('leads from the first status to every other one', () => {
    expect([...reachableFrom('submitted')].sort()).toEqual([...TICKET_STATUSES].sort());
  });

  it('never leaves closed', () => {
    expect([...reachableFrom('closed')]).toEqual(['closed']);
    expect(STATUS_RULES.closed.onCustomerReply).toBe('refused');
  });

  it.each(TICKET_STATUSES)(
    '%s: no move to itself, no move named twice, a clock that fits what the customer sees',
    (status) => {
      const rule = STATUS_RULES[status];
      const targets = rule.moves.map((move) => move.to);
      expect(targets).not.toContain(status);
      expect(new Set(targets).size).toBe(targets.length);
      expect(rule.clock === 'stopped').toBe(rule.customerState === 'resolved' || rule.customerState === 'closed');
      if (rule.customerState === 'waiting') expect(rule.clock).toBe('paused');
    },
  );

  it.each(TICKET_STATUSES)('%s: a customer’s answer takes a way that the customer has', (status) => {
    const target = STATUS_RULES[status].onCustomerReply;
    if (target === null || target === 'refused') return;
    expect(mayMove(status, target, 'requester')).toBe(true);
  });

  it('offers the customer resolving while open, and going back to work once waiting or resolved', () => {
    expect(movesFor('in_review', 'requester')).toEqual(['resolved']);
    expect(movesFor('waiting_customer', 'requester')).toEqual(['in_review', 'resolved']);
    expect(movesFor('resolved', 'requester')).toEqual(['in_review']);
    expect(movesFor('closed', 'requester')).toEqual([]);
  });

  it.each(TICKET_STATUSES)('%s: time closes it only by a move that the table has', (status) => {
    expect(STATUS_RULES[status].onSilence !== null).toBe(mayMove(status, 'closed', 'system'));
  });

  it('ends every path from submitted in a status of the table, whoever walks it', () => {
    const paths = (path: readonly TicketStatus[], left: number): TicketStatus[][] => {
      const here = path.at(-1) ?? 'submitted';
      const next = STATUS_RULES[here].moves.map((move) => move.to).filter((to) => !path.includes(to));
      return left === 0 || next.length === 0 ? [[...path]] : next.flatMap((to) => paths([...path, to], left - 1));
    };
    const all = paths(['submitted'], 4);
    expect(all.length).toBeGreaterThan(1_000);
    for (const path of all) {
      expect(path.every((status) => TICKET_STATUSES.includes(status))).toBe(true);
      expect(path.slice(0, -1)).not.toContain('closed');
    }
  });
});

describe('what the customer is told of a status', () => {
  const facts = { partner: null, plannedRelease: null, closingReason: null };
  it.each([
    [
      { ...facts, status: 'in_review' },
      { key: 'tickets.status.in_review.explanation', data: { whose: 'own' } },
    ],
    [
      { ...facts, status: 'waiting_partner' },
      { key: 'tickets.status.waiting_partner.explanation', data: { whose: 'own' } },
    ],
    [
      { ...facts, status: 'waiting_partner', partner: 'La banque' },
      { key: 'tickets.status.waiting_partner.explanationNamed', data: { partner: 'La banque' } },
    ],
    [
      { ...facts, status: 'resolved_pending_release', plannedRelease: '2026.48' },
      { key: 'tickets.status.resolved_pending_release.explanationNamed', data: { release: '2026.48' } },
    ],
    [
      { ...facts, status: 'closed', closingReason: 'duplicate' },
      { key: 'tickets.closing.duplicate.explanation', data: { whose: 'own' } },
    ],
    [
      { ...facts, status: 'closed' },
      { key: 'tickets.status.closed.explanation', data: { whose: 'own' } },
    ],
    [
      { ...facts, status: 'in_review', whose: 'other' },
      { key: 'tickets.status.in_review.explanation', data: { whose: 'other' } },
    ],
    [
      { ...facts, status: 'resolved', followed: 1042 },
      { key: 'tickets.status.resolved.followed', data: { number: '1042' } },
    ],
    [
      { ...facts, status: 'waiting_partner', partner: 'La banque', followed: 1042 },
      { key: 'tickets.status.waiting_partner.followedNamed', data: { number: '1042', partner: 'La banque' } },
    ],
    [
      { ...facts, status: 'resolved_pending_release', plannedRelease: '2026.48', followed: 1042 },
      { key: 'tickets.status.resolved_pending_release.followedNamed', data: { number: '1042', release: '2026.48' } },
    ],
    [
      { ...facts, status: 'closed', closingReason: 'duplicate', duplicateOf: 1050, followed: 1042 },
      { key: 'tickets.closing.duplicate.followedNamed', data: { number: '1042', into: '1050' } },
    ],
    [
      { ...facts, status: 'closed', closingReason: 'solved', followed: 1042 },
      { key: 'tickets.closing.solved.followed', data: { number: '1042' } },
    ],
  ] as const)('%o', (given, phrase) => {
    expect(explanationOf(given)).toEqual(phrase);
  });
});
