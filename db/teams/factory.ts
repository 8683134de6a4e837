import type { LocalisedText } from '@/domain/people/localised';
import type { TeamLevel } from '@/domain/teams/teams';
import type { Tx } from '../client';
import { insertAbsence, insertTeam, writeTeamMembers } from './queries';

type Facts = {
  name: LocalisedText;
  level?: TeamLevel;
  roundRobin?: boolean;
  members?: readonly (string | { userId: string; takesTurns: boolean })[];
};

/** Makes a team of the desk with its people, for tests and the demo. */
export const makeTeam = async (
  tx: Tx,
  { name, level = 1, roundRobin = false, members = [] }: Facts,
): Promise<string> => {
  const id = await insertTeam(tx, { name, level, roundRobin });
  if (!id) throw new Error('a team of that name exists');
  await writeTeamMembers(
    tx,
    id,
    members.map((member) => (typeof member === 'string' ? { userId: member, takesTurns: true } : member)),
  );
  return id;
};

/** Writes a period off work, both days (`2026-12-24`) included. */
export const makeAbsence = async (tx: Tx, userId: string, fromDay: string, untilDay = fromDay): Promise<string> =>
  insertAbsence(tx, { userId, fromDay, untilDay });
