import { z } from 'zod';
import type { Phrase } from '@/domain/refusal';
import { type Graded, levelFor, severityOf } from '@/domain/sla/criticality';
import { URGENT_LIMIT, URGENT_QUESTIONS, type UrgentFacts } from '@/domain/tickets/urgency';
import { type Answered, answersOf } from './criticality';

const fact = z.string().trim().max(URGENT_LIMIT).optional();

/** The facts of a matter of the highest level. */
export const urgencyFields = { urgency: z.object({ since: fact, stopped: fact, phone: fact }).default({}) };

type Said = Answered & { urgency: { [Fact in keyof UrgentFacts]?: string | undefined } };

/**
 * The facts, where the answers lead to the gravest of several levels; there they are all needed, and each one that is
 * missing is named by the path of its field. `levels` are those in use.
 */
export const urgencyOf = (
  levels: readonly Graded[],
  said: Said,
): { urgency: UrgentFacts | null; faults: Record<string, Phrase> } => {
  const answers = answersOf(said);
  const gravest = [...levels].sort((a, b) => b.fromSeverity - a.fromSeverity)[0];
  const applies = answers && levels.length > 1 && levelFor(levels, severityOf(answers))?.key === gravest?.key;
  if (!applies) return { urgency: null, faults: {} };
  const { since = '', stopped = '', phone = '' } = said.urgency;
  const urgency = { since, stopped, phone };
  const missing = URGENT_QUESTIONS.filter((question) => !urgency[question]);
  return {
    urgency,
    faults: Object.fromEntries(missing.map((question) => [`urgency.${question}`, { key: 'errors.urgentFact' }])),
  };
};
