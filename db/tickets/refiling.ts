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

/** Whether a field offers all that was chosen in another one; what nobody chose from a list needs no offer. */
const OFFERED = sql`(there.kind not in ('choice', 'choices') or not exists (
  select from jsonb_array_elements_text(case jsonb_typeof(v.value) when 'array' then v.value else jsonb_build_array(v.value) end) chosen
  where not there.options @> jsonb_build_array(jsonb_build_object('key', chosen))))`;

/**
 * Lets the answers of a request stand in the form of another type where that asks for the same, by key and kind, and offers
 * what was chosen; the rest stays where it was given. Of several for one place, that of the type it is filed under moves.
 */
export const moveValuesToType = async (
  tx: Tx,
  { id, typeKey }: { id: string; typeKey: string },
  newKey: string,
): Promise<void> => {
  await tx.execute(sql`
    update ${ticketValues} moved set field_id = place.there
    from (
      select distinct on (there.id) there.id as there, here.id as here
      from ${ticketValues} v
        join ${requestFields} here on here.id = v.field_id
        join ${requestFields} there on there.key = here.key and there.kind = here.kind and there.id <> here.id
      where v.ticket_id = ${id} and there.type_key = ${newKey} and there.active and ${OFFERED}
        and not exists (select from ${ticketValues} taken where taken.ticket_id = v.ticket_id and taken.field_id = there.id)
      order by there.id, here.type_key = ${typeKey} desc, here.id
    ) place
    where moved.ticket_id = ${id} and moved.field_id = place.here`);
};
