import type { ClockRules } from './clocks';
import { dueOf, type Target } from './targets';

/** By when a new request is answered: what is promised, and the instant (epoch milliseconds). */
export type Expectation = { target: Target; due: number };

/**
 * What whoever sends a request at `now` may expect: the first answer, or else that somebody takes it in charge. `null`
 * where the house promises neither by a date.
 */
export const expectationOf = (rules: ClockRules, now: number): Expectation | null => {
  for (const target of [rules.targets.answer, rules.targets.taken]) {
    const due = dueOf(target, now, [], rules);
    if (due !== null) return { target, due };
  }
  return null;
};
