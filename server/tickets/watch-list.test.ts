import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTicket } from '@/db/tickets/factory';
import type { Actor, UserActor } from '@/domain/access/actor';
import type { VisibilityDegree } from '@/domain/organisations/degrees';
import { Refusal } from '@/domain/refusal';
import type { ListScope } from '@/domain/tickets/list';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { note } from './note';
import { reply } from './reply';
import { watchList } from './watch-list';

const VISITOR: Actor = { kind: 'visitor' };

/** A request of an organisation and people around it; committed, since processes hear of nothing else. */
const cast = async () =>
  database().transaction(async (tx) => {
    const camille = await makeUser(tx, { name: 'Camille Roux' });
    const noor = await makeUser(tx, { name: 'Noor Benali' });
    const jonas = await makeUser(tx, { name: 'Jonas Weber' });
    const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
    const garden = await makeCustomer(tx, {
      name: 'Les Amis du Jardin',
      visibility: 'members',
      members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
    });
    const { number } = await makeTicket(tx, { requesterId: camille.id, organisationId: garden.id });
    const other = await makeTicket(tx, { requesterId: jonas.id });
    return {
      camille: actorOf(camille, garden.membershipOf(camille.id)),
      noor: actorOf(noor, garden.membershipOf(noor.id)),
      jonas: actorOf(jonas),
      theo: actorOf(theo),
      number,
      other: other.number,
    };
  });

/** Opens a list as somebody; `again` says who they are later. */
const openList = async (reader: UserActor, scope: ListScope, again: () => Actor = () => reader) => {
  const leaving = new AbortController();
  const told = watchList({ ...callBy(reader), again: async () => again() }, { scope }, leaving.signal);
  expect((await told.next()).value).toEqual({ numbers: null });
  return {
    /** What is told next: numbers, `null` for any, `over` when the stream has ended. */
    async next() {
      const { value, done } = await told.next();
      return done || !value ? 'over' : value.numbers;
    },
    async leave() {
      leaving.abort();
      await told.return();
    },
  };
};

const placed = (actor: UserActor, visibility: VisibilityDegree): UserActor => ({
  ...actor,
  memberships: actor.memberships.map((membership) => ({ ...membership, visibility })),
});

describe('watching one’s requests', () => {
  it('tells of what happens in one’s own requests and in those of the organisation, and of no others', async () => {
    const { camille, noor, jonas, theo, number, other } = await cast();
    const own = await openList(camille, 'own');
    const shared = await openList(noor, 'organisation');
    const strange = await openList(jonas, 'own');
    await note(callBy(theo), { number, body: 'Vu avec l’équipe.' });
    expect([await own.next(), await shared.next()]).toEqual([[number], [number]]);
    await reply(callBy(jonas), { number: other, body: 'Toujours rien ?' });
    // The first thing that is told of is one’s own.
    expect(await strange.next()).toEqual([other]);
    await reply(callBy(camille), { number, body: 'Merci.' });
    expect([await own.next(), await shared.next()]).toEqual([[number], [number]]);
    await Promise.all([own, shared, strange].map((list) => list.leave()));
  });

  it('tells those who come to be in copy', async () => {
    const { camille, noor, number } = await cast();
    const followed = await openList(noor, 'followed');
    await addFollowers(callBy(camille), { number, copyIds: [noor.id] });
    expect(await followed.next()).toEqual([number]);
    await followed.leave();
  });

  it('tells members nothing once the organisation shares nothing, and ends with the session', async () => {
    const { camille, noor, theo, number } = await cast();
    let now: Actor = noor;
    const shared = await openList(noor, 'organisation', () => now);
    now = placed(noor, 'none');
    await note(callBy(theo), { number, body: 'Une note.' });
    // They see less than when the page was drawn: it is to look again.
    expect(await shared.next()).toBeNull();
    await reply(callBy(camille), { number, body: 'Encore une précision.' });
    const silent = shared.next();
    now = VISITOR;
    await reply(callBy(camille), { number, body: 'Et une autre.' });
    expect(await silent).toBe('over');
    await expect(watchList(callBy(VISITOR), {}, AbortSignal.abort()).next()).rejects.toBeInstanceOf(Refusal);
  });
});
