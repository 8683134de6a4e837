import { describe, expect, it } from 'vitest';
import { priorityOf, UNGRADED } from './priority';

const answers = (reach: 'one' | 'some' | 'all') => ({ blocked: 'fully', wayRound: 'none', reach }) as const;

describe('the place in the queue', () => {
  it('goes by severity first, then by how many are stopped, and what nobody graded comes last', () => {
    const places = [
      priorityOf(5, answers('all')),
      priorityOf(5, answers('some')),
      priorityOf(5, answers('one')),
      priorityOf(5, null),
      priorityOf(4, answers('all')),
      priorityOf(4, null),
      priorityOf(2, answers('one')),
      priorityOf(1, null),
      priorityOf(null, null),
    ];
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(places.length);
    expect(places.at(-1)).toBe(UNGRADED);
  });
});
