import { z } from 'zod';
import type { Tx } from '@/db/client';
import { listLevels } from '@/db/sla/queries';
import type { Phrase } from '@/domain/refusal';
import { CRITICALITY_QUESTIONS, type CriticalityAnswers, levelFor, severityOf } from '@/domain/sla/criticality';
import type { TicketEvent } from '@/domain/tickets/history';

const answer = <Answer extends readonly [string, ...string[]]>(answers: Answer) =>
  z
    .union([z.literal(''), z.enum(answers)], 'errors.choice')
    .optional()
    .transform((value) => (value ? value : undefined));

/** The three plain questions of the form. */
export const criticalityFields = {
  blocked: answer(CRITICALITY_QUESTIONS.blocked),
  wayRound: answer(CRITICALITY_QUESTIONS.wayRound),
  reach: answer(CRITICALITY_QUESTIONS.reach),
};

type Said = { [Question in keyof CriticalityAnswers]?: string | undefined };

/** All three or none: two answers name no level. */
export const criticalityFaults = ({ blocked, wayRound, reach }: Said): Record<string, Phrase> => {
  const said = { blocked, wayRound, reach };
  const missing = Object.entries(said).filter(([, value]) => !value);
  if (missing.length === 0 || missing.length === 3) return {};
  return Object.fromEntries(missing.map(([question]) => [question, { key: 'errors.choice' }]));
};

/** What was answered to the three questions, as far as it was. */
export type Answered = { [Question in keyof CriticalityAnswers]?: CriticalityAnswers[Question] | undefined };

/** All three answers; `null` where one is missing. */
export const answersOf = ({ blocked, wayRound, reach }: Answered): CriticalityAnswers | null =>
  blocked && wayRound && reach ? { blocked, wayRound, reach } : null;

/** The fact of the level that a requester's answers lead to; `null` where nothing was answered. */
export const gradedFact = async (
  tx: Tx,
  answered: Answered,
  by: { at: number; actorId: string },
): Promise<TicketEvent | null> => {
  const answers = answersOf(answered);
  if (!answers) return null;
  const levels = (await listLevels(tx)).filter((level) => level.active);
  const level = levelFor(levels, severityOf(answers));
  return level ? { ...by, kind: 'graded', data: { level: level.key, answers } } : null;
};
