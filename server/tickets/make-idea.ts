import { z } from 'zod';
import { ideaOfTicket } from '@/db/ideas/requests';
import { firstMessage } from '@/db/tickets/first-words';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { IDEA_LIMITS } from '@/domain/ideas/states';
import { Refusal } from '@/domain/refusal';
import { STATUS_RULES } from '@/domain/tickets/status';
import { action } from '../kernel/action';
import { makeIdeaOf } from './behind-idea';

/**
 * Makes an idea of a request, in words that the desk chooses; its requester stays its author. Refuses (`conflict`) a request
 * that stands behind an idea already, and one that is closed.
 */
export const makeIdea = action({
  permission: 'tickets.makeIdea',
  input: z.object({
    number: z.coerce.number().int().positive(),
    title: z.string().trim().min(1, 'errors.required').max(IDEA_LIMITS.title),
    /** Left empty: what the request began with. */
    need: z.string().trim().max(IDEA_LIMITS.text).default(''),
  }),
  async run(context) {
    const { tx, actor, input, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (await ideaOfTicket(tx, actor, ticket.id)) throw new Refusal('conflict', 'errors.ideaTied');
    if (STATUS_RULES[ticket.status].onCustomerReply === 'refused') throw new Refusal('conflict', 'errors.ideaOfClosed');
    const said = input.need || ((await firstMessage(tx, ticket.id))?.bodyText ?? ticket.subject);
    const words = { title: input.title, need: said.slice(0, IDEA_LIMITS.text) };
    const idea = await makeIdeaOf(context, ticket, { ...words, why: '', situation: '', rhythm: null });
    await recomputeTicket(tx, ticket.id);
    audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, idea: idea.number });
    return { number: ticket.number, idea: idea.number };
  },
});
