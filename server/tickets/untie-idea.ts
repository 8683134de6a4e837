import { z } from 'zod';
import { appendIdeaEvent, recomputeIdea } from '@/db/ideas/queries';
import { untieRequest } from '@/db/ideas/requests';
import { visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { action } from '../kernel/action';
import { noteIdea } from './behind-idea';
import { actorId } from './sides';

/**
 * Takes a request away from the idea it stood behind. The idea stays, and so does its requester's voice, which is theirs to
 * withdraw. Does nothing where there is none any more.
 */
export const untieIdea = action({
  permission: 'tickets.untieIdea',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run(context) {
    const { tx, actor, input, now, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, input.number);
    const idea = await untieRequest(tx, ticket.id);
    if (idea) {
      const fact = { kind: 'untied' as const, actorId: actorId(actor), data: { ticket: ticket.number } };
      await appendIdeaEvent(tx, idea.id, { ...fact, at: now.getTime() });
      await recomputeIdea(tx, idea.id);
      await noteIdea(context, ticket, idea.number, 'untied');
      await recomputeTicket(tx, ticket.id);
    }
    audit({ type: 'ticket', id: ticket.id }, { number: ticket.number, ...(idea ? { idea: idea.number } : {}) });
    return { number: ticket.number };
  },
});
