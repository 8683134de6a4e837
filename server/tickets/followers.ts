import { z } from 'zod';
import { domainsOf, followersOf, membersOf } from '@/db/tickets/followers';
import { granteeOf } from '@/domain/access/actor';
import { decidesOn } from '@/domain/access/copies';
import { worksOnTickets } from '@/domain/access/grants';
import { MOST_OFFERED, offeredOf } from '@/domain/people/choice';
import { query } from '../kernel/action';
import { seenTicket } from './seen';

/**
 * Who is in copy of a request, and whom the actor could add: members to pick, 100 at most, by the beginnings of words of their
 * name or address; domains of addresses; or anybody.
 */
export const followers = query({
  permission: 'tickets.followers',
  input: z.object({ number: z.coerce.number().int().positive(), text: z.string().trim().max(200).optional() }),
  async run({ call, db, actor, input }) {
    const ticket = await seenTicket({ call, db, actor }, input.number);
    const people = await followersOf(db, ticket.id);
    const decides = actor.kind === 'user' && decidesOn(actor, ticket);
    const { organisationId } = ticket;
    const except = [ticket.requesterId, ...people.map((person) => person.id)];
    const sought = { text: input.text, except, limit: MOST_OFFERED + 1 };
    const members = decides && organisationId ? await membersOf(db, [organisationId], sought) : [];
    return {
      people: people.map(({ id, name, email }) => ({ id, name, email: decides ? email : null })),
      decides,
      anybody: worksOnTickets(granteeOf(actor)),
      members: offeredOf(members),
      domains: decides && organisationId ? await domainsOf(db, organisationId) : [],
    };
  },
});
