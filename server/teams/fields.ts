import { z } from 'zod';
import type { Tx } from '@/db/client';
import { deskMember } from '@/db/people/queries';
import { invalidField } from '@/domain/refusal';
import { TEAM_LEVELS, TEAM_LIMITS, type TeamLevel } from '@/domain/teams/teams';

const isLevel = (value: number): value is TeamLevel => TEAM_LEVELS.some((level) => level === value);

/** What an administrator says of a team. */
export const teamFields = {
  nameFr: z.string().trim().min(1, 'errors.required').min(TEAM_LIMITS.name.min).max(TEAM_LIMITS.name.max),
  nameEn: z.string().trim().max(TEAM_LIMITS.name.max),
  level: z.coerce
    .number('errors.choice')
    .refine(isLevel, 'errors.choice')
    .transform((value): TeamLevel => (value === 2 ? 2 : 1)),
  roundRobin: z.boolean(),
  members: z.array(z.object({ userId: z.uuid('errors.choice'), takesTurns: z.boolean() })).max(200),
};

type Said = { nameFr: string; nameEn: string; level: TeamLevel; roundRobin: boolean };

/** The facts of a team as they are kept. */
export const teamFacts = ({ nameFr, nameEn, level, roundRobin }: Said) => ({
  name: { fr: nameFr, ...(nameEn ? { en: nameEn } : {}) },
  level,
  roundRobin,
});

/** Refuses (`invalid`) people who do not work on requests. */
export const checkMembers = async (tx: Tx, members: readonly { userId: string }[]): Promise<void> => {
  for (const { userId } of members) {
    if (!(await deskMember(tx, userId))) throw invalidField('members', 'errors.choice');
  }
};
