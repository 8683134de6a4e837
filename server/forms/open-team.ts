import type { Tx } from '@/db/client';
import { teamById } from '@/db/teams/queries';
import { invalidField, Refusal } from '@/domain/refusal';

/** Refuses (`invalid`, field `teamId`) a team that does not exist or is set aside; none is fine. */
export const openTeam = async (tx: Tx, teamId: string | null): Promise<void> => {
  if (!teamId) return;
  const team = await teamById(tx, teamId).catch((error: unknown) => {
    throw error instanceof Refusal ? invalidField('teamId', 'errors.choice') : error;
  });
  if (!team.active) throw invalidField('teamId', 'errors.teamAside');
};
