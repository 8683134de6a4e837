import { z } from 'zod';
import { domainsOf, followersOf, membersOf } from '@/db/tickets/followers';
import { granteeOf } from '@/domain/access/actor';
import { decidesOn } from '@/domain/access/copies';
import { worksOnTickets } from '@/domain/access/grants';
import { query } from '../kernel/action';
import { seenTicket } from './seen';

/** Who is in copy of a request, and whom the actor could add: members to pick, domains of addresses, or anybody. */
export const followers = query({
  permission: 'tickets.followers',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ call, db, actor, input }) {
    const ticket = await seenTicket({ call, db, actor }, input.number);
    const people = await followersOf(db, ticket.id);
    const decides = actor.kind === 'user' && decidesOn(actor, ticket);
    const { organisationId } = ticket;
    const taken = [ticket.requesterId, ...people.map((person) => person.id)];
    const members = decides && organisationId ? await membersOf(db, [organisationId]) : [];
    return {
      people: people.map(({ id, name, email }) => ({ id, name, email: decides ? email : null })),
      decides,
      anybody: worksOnTickets(granteeOf(actor)),
      members: members.filter((member) => !taken.includes(member.id)).map(({ id, name }) => ({ id, name })),
      domains: decides && organisationId ? await domainsOf(db, organisationId) : [],
    };
  },
});
