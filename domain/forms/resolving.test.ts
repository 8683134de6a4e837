import { describe, expect, it } from 'vitest';
import { endsWork, RESOLVE_NEEDS, unsaid } from './resolving';

const NOTHING = { verdict: null, tags: 0, criticality: null, assigneeId: null };
const ALL = { verdict: 'bug', tags: 1, criticality: 'high', assigneeId: 'theo' };

describe('what is asked before a request is resolved', () => {
  it.each([
    ['resolved', 'agent', undefined, true],
    ['resolved_pending_release', 'agent', undefined, true],
    ['closed', 'agent', 'solved', true],
    ['closed', 'agent', 'works_as_designed', true],
    ['closed', 'agent', 'spam', false],
    ['closed', 'agent', 'duplicate', false],
    ['in_review', 'agent', undefined, false],
    ['resolved', 'requester', undefined, false],
    ['resolved', 'system', undefined, false],
    ['closed', 'system', 'solved', false],
  ] as const)('%s by %s (%s): %s', (to, by, reason, ends) => {
    expect(endsWork(to, by, reason)).toBe(ends);
  });

  it('is what the type asks and nobody has said', () => {
    expect(unsaid(RESOLVE_NEEDS, NOTHING)).toEqual([...RESOLVE_NEEDS]);
    expect(unsaid(RESOLVE_NEEDS, ALL)).toEqual([]);
    expect(unsaid(['assignee', 'verdict'], { ...ALL, assigneeId: null })).toEqual(['assignee']);
    expect(unsaid([], NOTHING)).toEqual([]);
  });
});
