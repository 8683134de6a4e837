import { sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { ticketMessages, tickets } from './schema';

/** The channel on which every process hears, at commit, which request has changed. */
export const TICKETS_CHANNEL = 'guichet_tickets';

/**
 * Tells every process that a request has changed: its number, whose it is, so that few readers need to be asked about, and
 * until when its newest answer is held back (epoch milliseconds), since the customer's side sees that one only then. What has changed is nobody's business who may not
 * read it: it is asked for anew, through the actor. `leftBy` is whom it is no longer shared with.
 */
export const tellOfTicket = async (tx: Tx, ticketId: string, leftBy: string | null = null): Promise<void> => {
  await tx.execute(sql`
    select pg_notify(${TICKETS_CHANNEL}, json_build_object('number', t.number, 'requesterId', t.requester_id, 'organisationId', t.organisation_id, 'leftBy', ${leftBy}::text, 'heldUntil', (
      select floor(extract(epoch from max(m.held_until)) * 1000) from ${ticketMessages} m
      where m.ticket_id = t.id and m.held_until > now() and m.withdrawn_at is null
    ))::text)
    from ${tickets} t where t.id = ${ticketId}`);
};
