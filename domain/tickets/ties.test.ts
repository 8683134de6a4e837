import { describe, expect, it } from 'vitest';
import type { TicketStatus } from './status';
import { isTieKind, proposedBy } from './ties';

const runs = { name: 'runs', resolvedAt: null };
const early = { name: 'early', resolvedAt: new Date('2026-11-20T10:00:00Z') };
const late = { name: 'late', resolvedAt: new Date('2026-11-22T10:00:00Z') };

describe('the end of an incident', () => {
  it.each<[TicketStatus, readonly (typeof early | typeof runs)[], string | null]>([
    ['in_review', [], null],
    ['in_review', [runs], null],
    ['in_review', [early], 'early'],
    ['submitted', [early, late], 'late'],
    ['submitted', [late, early], 'late'],
    ['in_review', [late, runs], null],
    ['waiting_customer', [early], 'early'],
    ['waiting_partner', [early], 'early'],
    ['resolved', [early], null],
    ['resolved_pending_release', [early], null],
    ['closed', [early], null],
  ])('proposes to resolve a request (%s, %j): %s', (status, incidents, proposed) => {
    expect(proposedBy(status, incidents)?.name ?? null).toBe(proposed);
  });
});

describe('kinds of ties', () => {
  it.each([
    ['incident', true],
    ['theme', true],
    ['idea', false],
    [undefined, false],
  ])('%s: %s', (value, known) => {
    expect(isTieKind(value)).toBe(known);
  });
});
