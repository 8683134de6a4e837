import { describe, expect, it } from 'vitest';
import type { Actor } from '@/domain/access/actor';
import { maySeeTicket, type TicketOwnership } from '@/domain/access/tickets';
import { VISIBILITY_DEGREES } from '@/domain/organisations/degrees';
import type { Tx } from '../client';
import { makeCustomer } from '../organisations/factory';
import { actorOf, makeUser } from '../people/factory';
import { actorById, type User } from '../people/queries';
import { rolledBack } from '../testing/rolled-back';
import { makeTicket } from './factory';
import { ticketFollowers } from './following-schema';
import { tickets } from './schema';
import { ticketVisibility } from './visibility';

type Person = { user: User; team?: string; manager: boolean };
type Case = TicketOwnership & { id: string };

const TEAMS = ['Bureau', 'Terrain'] as const;

/** A manager without a team, one in a team, and members of every team and of none. */
const peopleOf = async (tx: Tx): Promise<Person[]> => {
  const people: Person[] = [];
  for (const manager of [true, false]) {
    for (const team of [undefined, ...TEAMS])
      people.push({ user: await makeUser(tx), manager, ...(team ? { team } : {}) });
  }
  return people;
};

/** An organisation of a degree: a request of each of its people, and one of the first person without it. */
const organisationOf = async (tx: Tx, visibility: (typeof VISIBILITY_DEGREES)[number], copied: User) => {
  const people = await peopleOf(tx);
  const customer = await makeCustomer(tx, {
    name: visibility,
    visibility,
    teams: TEAMS,
    members: people.map(({ user, manager, team }) => ({ userId: user.id, manager, ...(team ? { team } : {}) })),
  });
  const cases: Case[] = [];
  for (const [at, { user, team }] of people.entries()) {
    const { id } = await makeTicket(tx, { requesterId: user.id, organisationId: customer.id });
    const followerIds = at % 3 === 0 ? [copied.id] : [];
    for (const userId of followerIds) await tx.insert(ticketFollowers).values({ ticketId: id, userId });
    cases.push({
      id,
      requesterId: user.id,
      organisationId: customer.id,
      requesterTeamId: (team && customer.teams[team]) ?? null,
      followerIds,
    });
  }
  const first = people[0]?.user.id ?? '';
  const { id } = await makeTicket(tx, { requesterId: first, organisationId: null });
  return { people, cases: [...cases, { id, requesterId: first, organisationId: null }] };
};

describe('the row rule of requests', () => {
  it(
    'is the same as predicate and as SQL, for each degree, place and person in copy',
    rolledBack(async (tx) => {
      const copied = await makeUser(tx);
      const agent = await makeUser(tx, { role: 'agent' });
      const editor = await makeUser(tx, { role: 'editor' });
      const made = [];
      for (const degree of VISIBILITY_DEGREES) made.push(await organisationOf(tx, degree, copied));
      const cases = made.flatMap((one) => one.cases);
      const later = new Date(Date.now() + 60_000);
      const actors: Actor[] = [{ kind: 'visitor' }, { kind: 'system', name: 'worker' }];
      for (const user of [copied, agent, editor, ...made.flatMap((one) => one.people.map((person) => person.user))]) {
        actors.push((await actorById(tx, user.id, later)) ?? actorOf(user));
      }
      const seen: number[] = [];
      for (const actor of actors) {
        const visible = await tx.select({ id: tickets.id }).from(tickets).where(ticketVisibility(actor));
        const ids = new Set(visible.map((row) => row.id));
        const rows = cases.filter((one) => ids.has(one.id)).map((one) => one.id);
        const byPredicate = cases.filter((one) => maySeeTicket(actor, one)).map((one) => one.id);
        expect(rows).toEqual(byPredicate);
        seen.push(rows.length);
      }
      // Nobody, the worker, the person in copy (two of each organisation), an agent, an editor.
      expect(seen.slice(0, 5)).toEqual([0, cases.length, 2 * VISIBILITY_DEGREES.length, cases.length, 0]);
    }),
  );
});
