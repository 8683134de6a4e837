import { z } from 'zod';
import type { Tx } from '@/db/client';
import { listTeams } from '@/db/teams/queries';
import { invalidField } from '@/domain/refusal';
import { REPLY_LIMITS, unknownVariables } from '@/domain/replies/variables';
import { moveNeeds } from '@/domain/tickets/moves';
import { TICKET_STATUSES, type TicketStatus } from '@/domain/tickets/status';
import { TAG_LIMITS, tagsIn } from '@/domain/tickets/tags';

const words = (least: number) =>
  z
    .string()
    .trim()
    .min(least, 'errors.required')
    .max(REPLY_LIMITS.body)
    .refine((body) => unknownVariables(body).length === 0, 'errors.replyVariable');

const team = z
  .union([z.literal(''), z.uuid('errors.choice')])
  .optional()
  .transform((id) => id || null);

/** What a canned reply says and does. */
export const replyFields = {
  title: z.string().trim().min(1, 'errors.required').max(REPLY_LIMITS.title),
  bodyFr: words(1),
  bodyEn: words(0),
  teamId: team,
  toTeamId: team,
  /** A status that asks for nothing more than being chosen. */
  toStatus: z
    .union([z.literal(''), z.enum(TICKET_STATUSES)], 'errors.choice')
    .optional()
    .transform((status): TicketStatus | null => status || null)
    .refine((status) => status === null || moveNeeds(status).length === 0, 'errors.choice'),
  tags: z
    .string()
    .max(REPLY_LIMITS.tags)
    .default('')
    .transform(tagsIn)
    .refine((tags) => tags.every((tag) => tag.length <= TAG_LIMITS.length), 'errors.tagLong'),
};

type Said = {
  title: string;
  bodyFr: string;
  bodyEn: string;
  teamId: string | null;
  toTeamId: string | null;
  toStatus: TicketStatus | null;
  tags: string[];
};

/** A canned reply as it is kept. Refuses (`invalid`) teams that do not exist, or to which nothing is given any more. */
export const replyRow = async (tx: Tx, { bodyFr, bodyEn, ...rest }: Said) => {
  const teams = await listTeams(tx);
  if (rest.teamId && !teams.some(({ id }) => id === rest.teamId)) throw invalidField('teamId', 'errors.choice');
  if (rest.toTeamId && !teams.some(({ id, active }) => active && id === rest.toTeamId))
    throw invalidField('toTeamId', 'errors.choice');
  return { ...rest, body: { fr: bodyFr, ...(bodyEn ? { en: bodyEn } : {}) } };
};
