import { z } from 'zod';
import { visibleIdeaForUpdate } from '@/db/ideas/queries';
import { ideaOfTicket } from '@/db/ideas/requests';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { typedNumber } from '../kernel/typed-number';
import { putBehind } from './behind-idea';

/**
 * Puts a request behind an idea that is there already: its requester supports it from then on, and hears what becomes of
 * it. Refuses (`invalid`, beside `idea`) what is not there, goes on in another one, or where the request stands behind one.
 */
export const tieIdea = action({
  permission: 'tickets.tieIdea',
  input: z.object({ number: z.coerce.number().int().positive(), idea: typedNumber('errors.ideaNumber') }),
  async run(context) {
    const { tx, actor, input, outbox, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    if (await ideaOfTicket(tx, actor, ticket.id)) throw new Refusal('conflict', 'errors.ideaTied');
    const idea = await visibleIdeaForUpdate(tx, actor, input.idea).catch((error: unknown) => {
      throw error instanceof Refusal ? invalidField('idea', 'errors.notFound.idea') : error;
    });
    if (idea.mergedIntoId) throw invalidField('idea', 'errors.ideaMerged');
    await putBehind(context, ticket, idea, 'tied');
    await recomputeTicket(tx, ticket.id);
    if (idea.publishedAt) await outbox.touch(`ideas:${idea.number}`);
    audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, idea: idea.number });
    return { number: ticket.number, idea: idea.number };
  },
});
