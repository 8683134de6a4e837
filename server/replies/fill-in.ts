import { z } from 'zod';
import { replyFor } from '@/db/replies/queries';
import { listTeams } from '@/db/teams/queries';
import { ticketParties, visibleTicket } from '@/db/tickets/queries';
import { inLocale } from '@/domain/people/localised';
import { notFound } from '@/domain/refusal';
import { filledIn, firstNameOf } from '@/domain/replies/variables';
import { query } from '../kernel/action';
import { actorIdOf } from './actor-id';

/** A canned reply for one request, in its requester's language and with its names filled in, and what goes with it: the status, the team and the tags. */
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
    const given = (await listTeams(db)).find(({ id }) => id === reply.toTeamId);
    return {
      id: reply.id,
      title: reply.title,
      body,
      to: reply.toStatus,
      team: given?.name ?? null,
      tags: reply.tags,
    };
  },
});
