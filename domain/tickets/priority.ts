import type { CriticalityAnswers } from '../sla/criticality';

/** How far a matter reaches, by the requester's own words; 0 while they said nothing. */
const REACH: Record<CriticalityAnswers['reach'], number> = { one: 1, some: 2, all: 3 };

/** The place of a request that nobody has graded: after all that were. */
export const UNGRADED = 100;

/**
 * The place of a request in the queue, the most urgent first (1 is before 2): by the severity of its level (1 to 5), and
 * within a level by how many people it stops. Nothing else counts: neither who asks nor how large a customer they are.
 * Source: product description, part G ("by criticality and impact, never by customer size").
 */
export const priorityOf = (severity: number | null, answers: CriticalityAnswers | null): number => {
  if (severity === null) return UNGRADED;
  return (5 - severity) * 10 + (4 - (answers ? REACH[answers.reach] : 0));
};
