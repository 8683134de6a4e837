import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { putToSleep, untilField } from './sleep';

/** Puts a request out of the way until a time said in words; see `putToSleep` for what brings it back and what is refused. */
export const snooze = action({
  permission: 'tickets.snooze',
  input: z.object({ number: z.coerce.number().int().positive(), until: untilField }),
  async run({ tx, actor, input, now, audit }) {
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const until = new Date(await putToSleep({ tx, actor, now }, ticket, input.until));
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { until: until.toISOString() });
    return { number: ticket.number, until };
  },
});
