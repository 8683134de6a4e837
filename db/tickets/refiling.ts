import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { requestFields } from '../forms/schema';
import { tickets } from './schema';
import { ticketValues } from './values-schema';

/** Files a request under another subject and type. The caller adds the fact and recomputes the row. */
export const setSubjectAndType = async (
  tx: Tx,
  ticketId: string,
  { subject, typeKey }: { subject: string; typeKey: string },
): Promise<void> => {
  await tx.update(tickets).set({ subject, typeKey }).where(eq(tickets.id, ticketId));
};

/**
 * Lets the answers of a request stand in the form of another type where that asks for the same, by key and kind; the rest
 * stays where it was given.
 */
export const moveValuesToType = async (tx: Tx, ticketId: string, typeKey: string): Promise<void> => {
  await tx.execute(sql`
    update ${ticketValues} v set field_id = there.id
    from ${requestFields} here, ${requestFields} there
    where v.ticket_id = ${ticketId} and here.id = v.field_id
      and there.type_key = ${typeKey} and there.active and there.key = here.key and there.kind = here.kind
      and there.id <> here.id
      and not exists (select from ${ticketValues} taken where taken.ticket_id = v.ticket_id and taken.field_id = there.id)`);
};
