import type { Tx } from '@/db/client';
import { type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField, Refusal } from '@/domain/refusal';

/**
 * Holds two requests that an act joins, the lower number first, so that two such acts never wait for each other. Throws
 * `not-found` for the first, and names the field of the second where that is not to be seen or is the same (`invalid`).
 */
export const pairForUpdate = async (
  { tx, actor }: { tx: Tx; actor: Actor },
  number: number,
  other: { number: number; field: string },
): Promise<{ ticket: Ticket; other: Ticket }> => {
  if (number === other.number) throw invalidField(other.field, 'errors.ticketSame');
  const first = () => visibleTicketForUpdate(tx, actor, number);
  const second = () =>
    visibleTicketForUpdate(tx, actor, other.number).catch((error: unknown) => {
      throw error instanceof Refusal ? invalidField(other.field, 'errors.notFound.ticket') : error;
    });
  if (number < other.number) {
    const ticket = await first();
    return { ticket, other: await second() };
  }
  // Whether the first exists is told before anything of the second.
  const [held] = await Promise.allSettled([second()]);
  const ticket = await first();
  if (held.status === 'rejected') throw held.reason;
  return { ticket, other: held.value };
};
