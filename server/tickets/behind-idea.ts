import { bearIdea, tieToIdea } from '@/db/ideas/birth';
import type { Idea } from '@/db/ideas/queries';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { IdeaWords } from '@/domain/ideas/from-request';
import { mayMove } from '@/domain/tickets/status';
import type { ActionContext } from '../kernel/action';
import { actorId } from './sides';

type Context = Pick<ActionContext<unknown>, 'tx' | 'now'> & { actor: Actor };

/** Notes in a request's history what it is to an idea. The caller recomputes the row. */
export const noteIdea = async (
  { tx, actor, now }: Context,
  ticket: Pick<Ticket, 'id'>,
  idea: number,
  step: 'born' | 'tied' | 'untied',
): Promise<void> =>
  appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: actorId(actor), kind: 'idea', data: { idea, step } });

/**
 * Puts a request behind an idea, with its requester's voice, and the fact in both histories; answers whether it stood behind
 * none before. The caller recomputes the request.
 */
export const putBehind = async (
  context: Context,
  ticket: Pick<Ticket, 'id' | 'number' | 'requesterId'>,
  idea: Pick<Idea, 'id' | 'number'>,
  step: 'born' | 'tied',
): Promise<boolean> => {
  const { tx, actor, now } = context;
  const tie = { ticketId: ticket.id, ticketNumber: ticket.number, requesterId: ticket.requesterId };
  if (!(await tieToIdea(tx, idea.id, { ...tie, actorId: actorId(actor), now }))) return false;
  await noteIdea(context, ticket, idea.number, step);
  return true;
};

/**
 * Makes an idea of a request, which keeps its author and their organisation, and hands the request to the product team, where
 * its status allows that, without a mail of its own. The caller recomputes the request.
 */
export const makeIdeaOf = async (
  context: Context,
  ticket: Pick<Ticket, 'id' | 'number' | 'requesterId' | 'organisationId' | 'locale' | 'status'>,
  words: IdeaWords,
): Promise<Idea> => {
  const { tx, actor, now } = context;
  const idea = await bearIdea(tx, {
    words,
    locale: ticket.locale,
    authorId: ticket.requesterId,
    organisationId: ticket.organisationId,
    actorId: actorId(actor),
    now,
  });
  if (!idea) throw new Error('an idea without a key of its own was sent before');
  await putBehind(context, ticket, idea, 'born');
  if (mayMove(ticket.status, 'product_review', 'agent')) {
    const by = actor.kind === 'system' ? ('system' as const) : ('agent' as const);
    const data = { from: ticket.status, to: 'product_review' as const, by };
    await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: actorId(actor), kind: 'moved', data });
  }
  return idea;
};
