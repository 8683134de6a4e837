import { describe, expect, it } from 'vitest';
import { isQuarter, NEXT_THEME_STATES, progressOf, THEME_STATES, takesPlace } from './themes';

const done = { doneAt: new Date(0) };
const open = { doneAt: null };

describe('a theme', () => {
  it.each([
    [[], { done: 0, total: 0, share: 0 }],
    [[open, open], { done: 0, total: 2, share: 0 }],
    [[done, open, done, open], { done: 2, total: 4, share: 0.5 }],
    [[done], { done: 1, total: 1, share: 1 }],
  ])('progress %#', (steps, progress) => expect(progressOf(steps)).toEqual(progress));

  it.each(THEME_STATES)('%s leads somewhere else, never to itself', (state) => {
    expect(NEXT_THEME_STATES[state].length).toBeGreaterThan(0);
    expect(NEXT_THEME_STATES[state]).not.toContain(state);
  });

  it('takes a place while it is worked on or thought about', () => {
    expect(THEME_STATES.filter(takesPlace)).toEqual(['exploring', 'planned', 'in_progress']);
  });

  it.each([
    ['2027-Q1', true],
    ['2027-Q5', false],
    ['2027-q1', false],
    ['T1 2027', false],
    ['', false],
  ])('%s is a quarter: %s', (value, valid) => expect(isQuarter(value)).toBe(valid));
});
