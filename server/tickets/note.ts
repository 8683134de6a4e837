import { z } from 'zod';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { action } from '../kernel/action';
import { claims } from './claims';
import { mentionedBy, mentionField, tellMentioned } from './mentions';
import { addMessage } from './message';

/**
 * Adds a note that only staff read. It moves the last activity and sends nothing, but to the people of the desk whom it
 * mentions: `@` and their whole name, or chosen beside it.
 */
export const note = action({
  permission: 'tickets.note',
  input: z.object({
    number: z.coerce.number().int().positive(),
    body: z
      .string()
      .trim()
      .min(TICKET_LIMITS.reply.min, 'errors.required')
      .max(TICKET_LIMITS.reply.max)
      // Some keyboards write accents apart; names are compared as one sign each.
      .transform((text) => text.normalize('NFC')),
    files: claims,
    mentions: mentionField.default([]),
    idempotencyKey: z.uuid().optional(),
  }),
  async run(context) {
    const ticket = await visibleTicketForUpdate(context.tx, context.actor, context.input.number);
    const mentioned = await mentionedBy(context, context.input);
    const written = await addMessage(context, ticket, 'internal', { mentioned });
    if (written) {
      await recomputeTicket(context.tx, ticket.id);
      await tellMentioned(context, ticket, written, mentioned);
    }
    context.audit({ type: 'ticket', id: ticket.id }, { mentioned: mentioned.length });
    return { number: ticket.number };
  },
});
