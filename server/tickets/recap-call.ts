import { z } from 'zod';
import { openCallById, updateCall } from '@/db/tickets/calls';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { mentionedInField, tellMentioned } from './mentions';
import { addMessage } from './message';
import { customersToTell } from './people-to-tell';
import { threadOf } from './progress';
import { noteCall } from './tell-call';

/**
 * Writes what was said in a call: it joins the conversation as an answer of the desk and is sent as one, and the request
 * can be resolved again. People of the desk whom it mentions are told. Refuses (`conflict`) a call that nobody has agreed on.
 */
export const recapCall = action({
  permission: 'tickets.recapCall',
  input: z.object({
    number: z.coerce.number().int().positive(),
    callId: z.uuid(),
    body: z
      .string()
      .trim()
      .min(TICKET_LIMITS.reply.min, 'errors.required')
      .max(TICKET_LIMITS.reply.max)
      .transform((text) => text.normalize('NFC')),
  }),
  async run(context) {
    const { tx, actor, input, outbox, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (STATUS_RULES[ticket.status].onCustomerReply === 'refused') throw new Refusal('conflict', 'errors.ticketClosed');
    const call = await openCallById(tx, ticket.id, input.callId);
    if (call.state !== 'chosen') throw new Refusal('conflict', 'errors.callNotAgreed');
    const said = { ...context, input: { body: input.body, files: [] } };
    const written = await addMessage(said, ticket, 'public');
    if (!written) throw new Error('a recap without a key cannot be a repetition');
    await updateCall(tx, call.id, { state: 'done', recapId: written.messageId });
    const mentioned = await mentionedInField(context, input.body, 'body');
    const mentions = mentioned.map(({ id }) => id);
    await noteCall(context, call, 'recapped', { at: call.chosenAt, messageId: written.messageId, mentions });
    await recomputeTicket(tx, ticket.id);
    const { number, subject } = ticket;
    const author = actor.kind === 'user' ? actor.name : '';
    const data = { number, subject, author, bodyHtml: written.html, bodyText: written.text };
    for (const to of await customersToTell(tx, actor, ticket)) {
      const template = to.id === ticket.requesterId ? 'tickets.replied' : 'tickets.peerReplied';
      await outbox.mail({ template, to, thread: threadOf(ticket), data });
    }
    await tellMentioned(context, ticket, written, mentioned, 'recap');
    await outbox.index('request', String(number));
    audit({ type: 'ticket', id: ticket.id }, { call: call.id });
    return { number };
  },
});
