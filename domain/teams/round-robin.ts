import { dayIn } from '../time/days';
import { type Absence, isAbsent } from './teams';

/** Somebody who could be next: `lastTurn` is the team's count at their last request, 0 before the first. */
export type Candidate = {
  userId: string;
  takesTurns: boolean;
  timeZone: string;
  lastTurn: number;
  absences: readonly Absence[];
};

/** Why somebody is passed over. */
export type Skipped = 'sits_out' | 'absent';

/** Whether somebody is passed over at `now` (epoch milliseconds), and why; `null` when they may be next. */
export const skipped = (candidate: Candidate, now: number): Skipped | null => {
  if (!candidate.takesTurns) return 'sits_out';
  return isAbsent(candidate.absences, dayIn(now, candidate.timeZone)) ? 'absent' : null;
};

/**
 * Whose turn it is: of those who take turns and are not away, the one whose last turn is longest ago; whoever never had
 * one comes first, and ties go by the order of the list. Somebody who was away gets one request on return, not all that
 * they missed. `null` while nobody is there.
 */
export const nextInTurn = (candidates: readonly Candidate[], now: number): Candidate | null =>
  candidates
    .filter((candidate) => skipped(candidate, now) === null)
    .reduce<Candidate | null>((best, one) => (best === null || one.lastTurn < best.lastTurn ? one : best), null);
