import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { fileTicket, typedTags } from './file-under';

/** Puts tags on a request, or takes them off it; those that are new are made. */
export const tag = action({
  permission: 'tickets.tag',
  input: z.object({ number: z.coerce.number().int().positive(), add: typedTags, drop: typedTags }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const changed = await fileTicket(context, ticket, input);
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, changed);
    return { number: ticket.number, ...changed };
  },
});
