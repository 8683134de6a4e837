import { z } from 'zod';
import { type Ticket, ticketParties, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import type { Body } from '../kernel/bodies';
import { claims } from './claims';
import { addMessage } from './message';
import { customersToTell } from './people-to-tell';
import { moveTicket, partyOf, threadOf } from './progress';

const input = z.object({
  number: z.coerce.number().int().positive(),
  body: z.string().trim().min(TICKET_LIMITS.reply.min, 'errors.required').max(TICKET_LIMITS.reply.max),
  files: claims,
  idempotencyKey: z.uuid().optional(),
});
type Context = ActionContext<z.output<typeof input>>;

const tellTheOtherSide = async ({ tx, actor, outbox }: Context, ticket: Ticket, body: Body): Promise<void> => {
  const { requester, assignee } = await ticketParties(tx, ticket.id);
  const others = await customersToTell(tx, actor, ticket);
  const author = actor.kind === 'user' ? actor.name : '';
  const data = { number: ticket.number, subject: ticket.subject, author, bodyHtml: body.html, bodyText: body.text };
  const thread = threadOf(ticket);
  const answers = partyOf(actor) === 'agent';
  for (const to of others) {
    const template = answers && to.id === requester.id ? 'tickets.replied' : 'tickets.peerReplied';
    await outbox.mail({ template, to, thread, data });
  }
  if (!answers && assignee) await outbox.mail({ template: 'tickets.customerReplied', to: assignee, thread, data });
};

/**
 * Adds an answer to the conversation. A customer's answer puts a waiting request back to work and reopens a resolved
 * one, as the status machine says; a closed request refuses it (`conflict`). A repeated post is taken once.
 */
export const reply = action({
  permission: 'tickets.reply',
  limits: [{ max: 30, seconds: 600 }],
  input,
  async run(context) {
    const { tx, actor, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, context.input.number);
    const rule = STATUS_RULES[ticket.status].onCustomerReply;
    if (rule === 'refused') throw new Refusal('conflict', 'errors.ticketClosed');
    const written = await addMessage(context, ticket, 'public');
    if (!written) return { number: ticket.number };
    if (partyOf(actor) === 'requester' && rule) await moveTicket(context, ticket, rule, {}, 'silently');
    await recomputeTicket(tx, ticket.id);
    await context.outbox.index('request', String(ticket.number));
    await tellTheOtherSide(context, ticket, written);
    audit({ type: 'ticket', id: ticket.id }, { files: context.input.files.length });
    return { number: ticket.number };
  },
});
