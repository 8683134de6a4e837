import type { ClockKind } from '../tickets/history';
import type { Target } from './targets';

/** What a house promises for one level of criticality: a target for each clock. */
export type PolicyTargets = Record<ClockKind, Target>;

/** Nothing is promised: for requests whose level has no policy. */
export const NO_PROMISE: PolicyTargets = {
  taken: { kind: 'bestEffort' },
  answer: { kind: 'bestEffort' },
  resolution: { kind: 'bestEffort' },
};

/** The share of a target after which its people are warned. */
export const WARNING_SHARE = 0.75;
