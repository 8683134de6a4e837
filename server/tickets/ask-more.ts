import { z } from 'zod';
import { appendTicketEvent, type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { type ActionContext, action } from '../kernel/action';
import { addMessage, type Written } from './message';
import { customersToTell } from './people-to-tell';
import { actorId, moveTicket, threadOf } from './progress';

const input = z.object({
  number: z.coerce.number().int().positive(),
  body: z.string().trim().min(TICKET_LIMITS.reply.min, 'errors.required').max(TICKET_LIMITS.reply.max),
  idempotencyKey: z.uuid().optional(),
});
type Context = ActionContext<z.output<typeof input>>;

const tell = async ({ tx, actor, outbox }: Context, ticket: Ticket, { html, text }: Written): Promise<void> => {
  const author = actor.kind === 'user' ? actor.name : '';
  const { number, subject } = ticket;
  for (const to of await customersToTell(tx, actor, ticket)) {
    const inCopy = to.id !== ticket.requesterId;
    const data = { number, subject, author, bodyHtml: html, bodyText: text, inCopy };
    await outbox.mail({ template: 'tickets.askedMore', to, thread: threadOf(ticket), data });
  }
};

/**
 * Asks the customer for what is missing: in a message, which they are mailed; the request then waits for them and is not
 * complete, so that its deadlines stand still. Refuses (`conflict`) where the request cannot wait for its customer. A
 * repeated post asks once.
 */
export const askMore = action({
  permission: 'tickets.askMore',
  input,
  async run(context) {
    const { tx, actor, now, outbox, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, context.input.number);
    audit({ type: 'ticket', id: ticket.id }, { from: ticket.status });
    const written = await addMessage({ ...context, input: { ...context.input, files: [] } }, ticket, 'public');
    if (!written) return { number: ticket.number };
    const fact = { at: now.getTime(), actorId: actorId(actor) };
    if (ticket.complete) {
      await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'marked', data: { mark: 'complete', on: false } });
    }
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'asked', data: { messageId: written.messageId } });
    if (ticket.status !== 'waiting_customer') await moveTicket(context, ticket, 'waiting_customer', {}, 'silently');
    await recomputeTicket(tx, ticket.id);
    await tell(context, ticket, written);
    await outbox.index('request', String(ticket.number));
    return { number: ticket.number };
  },
});
