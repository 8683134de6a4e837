import type { Tx } from '@/db/client';
import { deleteLink, insertLink } from '@/db/tickets/links';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { type LinkRole, roleOfOther } from '@/domain/tickets/links';
import { actorId } from './progress';

type Linking = { tx: Tx; actor: Actor; now: Date };
type Linked = Pick<Ticket, 'id' | 'number'>;

const tellBoth = async (
  { tx, actor, now }: Linking,
  kind: 'linked' | 'unlinked',
  [ticket, other]: readonly [Linked, Linked],
  role: LinkRole,
): Promise<void> => {
  const fact = { at: now.getTime(), actorId: actorId(actor), kind };
  await appendTicketEvent(tx, ticket.id, { ...fact, data: { other: other.number, role } });
  await appendTicketEvent(tx, other.id, { ...fact, data: { other: ticket.number, role: roleOfOther(role) } });
};

/**
 * Links two requests, with a fact in the history of each; answers whether they were not linked so yet. `role` is what the
 * first is to the other. Both were loaded through the actor, and the caller recomputes both rows.
 */
export const linkTickets = async (
  context: Linking,
  ticket: Linked,
  other: Linked,
  role: LinkRole,
): Promise<boolean> => {
  const { tx, actor, now } = context;
  const fresh = await insertLink(tx, { ticketId: ticket.id, otherId: other.id, role, by: actorId(actor), now });
  if (fresh) await tellBoth(context, 'linked', [ticket, other], role);
  return fresh;
};

/** Takes a link away, with a fact in the history of each; answers whether there was one. The caller recomputes both rows. */
export const unlinkTickets = async (
  context: Linking,
  ticket: Linked,
  other: Linked,
  role: LinkRole,
): Promise<boolean> => {
  const gone = await deleteLink(context.tx, { ticketId: ticket.id, otherId: other.id, role });
  if (gone) await tellBoth(context, 'unlinked', [ticket, other], role);
  return gone;
};
