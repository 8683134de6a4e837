import type { Tx } from '@/db/client';
import { activeAdminsForUpdate } from '@/db/people/accounts';
import { Refusal } from '@/domain/refusal';

/** Refuses (`conflict`) an act that would leave the installation without an admin who can sign in. */
export const notTheLastAdmin = async (tx: Tx, userId: string): Promise<void> => {
  const admins = await activeAdminsForUpdate(tx);
  if (admins.length === 1 && admins[0] === userId) throw new Refusal('conflict', 'errors.lastAdmin');
};
