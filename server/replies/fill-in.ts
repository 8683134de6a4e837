import { z } from 'zod';
import { replyFor } from '@/db/replies/queries';
import { ticketParties, visibleTicket } from '@/db/tickets/queries';
import { inLocale } from '@/domain/people/localised';
import { notFound } from '@/domain/refusal';
import { filledIn, firstNameOf } from '@/domain/replies/variables';
import { query } from '../kernel/action';
import { actorIdOf } from './actor-id';

/** A canned reply for one request, in its requester's language and with its names filled in, and what goes with it. */
export const fillIn = query({
  permission: 'replies.fillIn',
  input: z.object({ id: z.uuid(), number: z.coerce.number().int().positive() }),
  async run({ db, actor, input }) {
    const ticket = await visibleTicket(db, actor, input.number);
    const reply = await replyFor(db, actorIdOf(actor), input.id);
    if (!reply) throw notFound('cannedReply');
    const { requester, organisation, team } = await ticketParties(db, ticket.id);
    const body = filledIn(inLocale(reply.body, ticket.locale), {
      firstName: firstNameOf(requester.name),
      name: requester.name,
      organisation: organisation?.name ?? '',
      number: String(ticket.number),
      subject: ticket.subject,
      agent: actor.kind === 'user' ? actor.name : '',
      team: team?.name ? inLocale(team.name, ticket.locale) : '',
    });
    return { id: reply.id, title: reply.title, body, to: reply.toStatus, teamId: reply.toTeamId, tags: reply.tags };
  },
});
