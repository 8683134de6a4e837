import { worksOnTickets } from '@/domain/access/grants';
import type { Role } from '@/domain/people/roles';
import { HAND_BACK_JOB, type HandBack } from '@/domain/tickets/leaving';
import type { Outbox } from '../kernel/outbox';

/**
 * Leaves the requests of who is about to leave the desk to be handed back to their teams, once and only if this
 * transaction commits; nothing for who did not work on requests.
 */
export const handBackRequests = async (outbox: Outbox, { id, role }: { id: string; role: Role }): Promise<void> => {
  if (!worksOnTickets(role)) return;
  const left: HandBack = { userId: id, teamId: null };
  await outbox.job(HAND_BACK_JOB, left, { key: `${HAND_BACK_JOB}:${id}` });
};
