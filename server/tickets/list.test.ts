import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { memberships, users } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { ticketFollowers } from '@/db/tickets/following-schema';
import { ticketMessages } from '@/db/tickets/schema';
import { undoSteps } from '@/db/tickets/undo-schema';
import type { Actor, UserActor } from '@/domain/access/actor';
import type { VisibilityDegree } from '@/domain/organisations/degrees';
import { callBy } from '../testing/call';
import { list } from './list';
import { move } from './move';
import { note } from './note';
import { read } from './read';
import { reply } from './reply';
import { undo } from './undo';

const DAY = Date.UTC(2026, 10, 2, 9);
const at = (minutes: number): Date => new Date(DAY + minutes * 60_000);

const cast = async (tx: Tx, visibility: VisibilityDegree = 'managers') => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    visibility,
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  return {
    garden,
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    jonas: actorOf(jonas),
    theo: actorOf(theo),
  };
};

const numbersOf = async (actor: Actor, input: Parameters<typeof list>[1]): Promise<number[]> =>
  (await list(callBy(actor), input)).tickets.map((ticket) => ticket.number);

const lastStepOf = async (tx: Tx, userId: string): Promise<string> => {
  const steps = await tx.select({ id: undoSteps.id }).from(undoSteps).where(eq(undoSteps.userId, userId));
  return steps.at(-1)?.id ?? '';
};

const unreadOf = async (actor: UserActor, scope: 'own' | 'organisation' | 'followed' = 'own'): Promise<boolean[]> =>
  (await list(callBy(actor), { scope })).tickets.map((ticket) => ticket.unread);

describe('views of requests', () => {
  it(
    'hold one’s own, those of the organisation as far as one sees them, and those one is in copy of',
    rolledBack(async (tx) => {
      const { garden, camille, noor, jonas } = await cast(tx);
      const own = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id, createdAt: at(0) });
      const colleague = await makeTicket(tx, { requesterId: camille.id, organisationId: garden.id, createdAt: at(1) });
      await tx.insert(ticketFollowers).values({ ticketId: own.id, userId: jonas.id });
      expect(await numbersOf(noor, {})).toEqual([own.number]);
      expect(await numbersOf(noor, { scope: 'organisation' })).toEqual([]);
      expect(await numbersOf(camille, { scope: 'organisation' })).toEqual([colleague.number, own.number]);
      expect(await numbersOf(camille, { scope: 'organisation', person: noor.id })).toEqual([own.number]);
      expect(await numbersOf(jonas, { scope: 'followed' })).toEqual([own.number]);
      expect(await numbersOf(noor, { numbers: [own.number, colleague.number] })).toEqual([own.number]);
      expect(await numbersOf(noor, { numbers: [] })).toEqual([]);
      const seen = await list(callBy(camille), { scope: 'organisation' });
      expect(seen.counts).toEqual({ own: 1, organisation: 2, followed: 0 });
      expect(seen.choice.people.map((person) => person.name)).toEqual(['Camille Roux', 'Noor Benali']);
      expect((await list(callBy(jonas), { scope: 'followed' })).choice.people.map((person) => person.name)).toEqual([
        'Noor Benali',
      ]);
      await expect(list(callBy({ kind: 'visitor' }), {})).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it(
    'are narrowed by words in subject or conversation, by number, state and type; notes are never searched',
    rolledBack(async (tx) => {
      const { jonas, theo } = await cast(tx);
      const made = { requesterId: jonas.id, body: 'Le fichier des adhérents' };
      const first = await makeTicket(tx, { ...made, subject: 'Import arrêté', createdAt: at(0) });
      const second = await makeTicket(tx, {
        ...made,
        subject: 'Reçu fiscal',
        body: 'Il manque 100 % du reçu',
        typeKey: 'question',
        createdAt: at(1),
      });
      await note(callBy(theo, at(2)), { number: second.number, body: 'Import raté sans doute' });
      await reply(callBy(theo, at(3)), { number: first.number, body: 'Quelle colonne ?' });
      expect(await numbersOf(jonas, { text: 'IMPORT arrete' })).toEqual([first.number]);
      expect(await numbersOf(jonas, { text: 'colonne' })).toEqual([first.number]);
      expect(await numbersOf(jonas, { text: `#${second.number}` })).toEqual([second.number]);
      expect(await numbersOf(jonas, { text: '100 %' })).toEqual([second.number]);
      expect(await numbersOf(jonas, { text: '_' })).toEqual([]);
      expect(await numbersOf(jonas, { type: 'question' })).toEqual([second.number]);
      expect(await numbersOf(jonas, { state: 'closed' })).toEqual([]);
      expect(await numbersOf(jonas, { state: 'open' })).toEqual([first.number, second.number]);
    }),
  );

  it(
    'are turned by place in every order, forth and back, while what was read moves away',
    rolledBack(async (tx) => {
      const { jonas } = await cast(tx);
      // All of one instant but for two, so that numbers must part them.
      const made: number[] = [];
      for (let turn = 0; turn < 60; turn += 1) {
        const ticket = await makeTicket(tx, { requesterId: jonas.id, createdAt: at(turn < 58 ? 0 : turn) });
        made.push(ticket.number);
      }
      const newestFirst = [...made].reverse();
      for (const sort of ['activity', 'created', 'number'] as const) {
        const one = await list(callBy(jonas), { sort });
        const two = await list(callBy(jonas), { sort, after: one.next ?? '' });
        const three = await list(callBy(jonas), { sort, after: two.next ?? '' });
        expect([one, two, three].flatMap((part) => part.tickets.map((ticket) => ticket.number))).toEqual(newestFirst);
        expect([one.previous, three.next]).toEqual([null, null]);
        const back = await list(callBy(jonas), { sort, before: three.previous ?? '' });
        expect(back.tickets).toEqual(two.tickets);
        const start = await list(callBy(jonas), { sort, before: back.previous ?? '' });
        expect([start.tickets, start.previous]).toEqual([one.tickets, null]);
      }
      expect((await numbersOf(jonas, { after: 'nonsense' }))[0]).toBe(newestFirst[0]);
    }),
  );
});

describe('people to narrow by', () => {
  it(
    'are offered while they are few, and looked for by name among many, never beyond what one sees',
    rolledBack(async (tx) => {
      const { garden, camille, noor, jonas } = await cast(tx);
      const own = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id, createdAt: at(0) });
      await makeTicket(tx, { requesterId: camille.id, organisationId: garden.id, createdAt: at(1) });
      await makeTicket(tx, { requesterId: jonas.id, createdAt: at(2) });
      const scope = 'organisation';
      expect((await list(callBy(camille), { scope })).choice.more).toBe(false);
      const many = Array.from({ length: 120 }, (_, n) => ({ name: `Alex ${n}`, email: `alex.${n}@many.test` }));
      const made = await tx.insert(users).values(many).returning({ id: users.id });
      await tx.insert(memberships).values(made.map(({ id }) => ({ organisationId: garden.id, userId: id })));
      const { choice } = await list(callBy(camille), { scope });
      expect([choice.people.length, choice.more]).toEqual([100, true]);
      expect(await numbersOf(camille, { scope, who: 'BENA no' })).toEqual([own.number]);
      expect(await numbersOf(camille, { scope, who: 'weber' })).toEqual([]);
      expect(await numbersOf(camille, { scope, who: '@' })).toHaveLength(2);
    }),
  );
});

describe('unread marks', () => {
  it(
    'stand for what others did where it can be read, until the request is opened',
    rolledBack(async (tx) => {
      const { garden, camille, noor, theo } = await cast(tx);
      const ticket = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id, createdAt: at(0) });
      const { number } = ticket;
      expect(await unreadOf(noor)).toEqual([false]);
      // A colleague's request is no news to whoever has nothing to do with it.
      expect(await unreadOf(camille, 'organisation')).toEqual([false]);

      await note(callBy(theo, at(5)), { number, body: 'Régression ?' });
      const [listed] = (await list(callBy(noor), {})).tickets;
      expect([listed?.unread, listed?.lastActivityAt]).toEqual([false, at(5)]);

      await reply(callBy(theo, at(6)), { number, body: 'Quel fichier ?' });
      expect(await unreadOf(noor)).toEqual([true]);
      await read(callBy(noor, at(7)), { number });
      expect(await unreadOf(noor)).toEqual([false]);
      await read(callBy(noor, at(3)), { number });
      expect(await unreadOf(noor)).toEqual([false]);
      await reply(callBy(noor, at(8)), { number, body: 'Celui-ci.' });
      expect(await unreadOf(noor)).toEqual([false]);
      await read(callBy(camille, at(8)), { number });
      await move(callBy(theo, at(9)), { number, from: 'submitted', to: 'in_review' });
      expect([...(await unreadOf(noor)), ...(await unreadOf(camille, 'organisation'))]).toEqual([true, true]);
    }),
  );

  it(
    'stand for nothing that was taken back, nor for an answer that has not left; no search finds its words',
    rolledBack(async (tx) => {
      const { noor, theo } = await cast(tx);
      const { id, number } = await makeTicket(tx, { requesterId: noor.id, createdAt: at(0) });
      await read(callBy(noor, at(1)), { number });
      const held = callBy(theo);
      await reply(held, { number, body: 'Brouillon parti trop vite', hold: true, to: 'in_review' });
      expect(await numbersOf(noor, { text: 'brouillon' })).toEqual([]);
      const step = await lastStepOf(tx, theo.id);
      await undo(held, { token: step });
      expect(await numbersOf(noor, { text: 'brouillon' })).toEqual([]);
      expect(await unreadOf(noor)).toEqual([false]);

      await reply(held, { number, body: 'Une vraie réponse', hold: true });
      expect(await unreadOf(noor)).toEqual([false]);
      // As if its ten seconds were over.
      await tx
        .update(ticketMessages)
        .set({ heldUntil: at(2) })
        .where(eq(ticketMessages.ticketId, id));
      expect(await unreadOf(noor)).toEqual([true]);
      expect(await numbersOf(noor, { text: 'vraie reponse' })).toEqual([number]);
    }),
  );

  it(
    'are set only by who sees the request',
    rolledBack(async (tx) => {
      const { noor, jonas } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: noor.id });
      await expect(read(callBy(jonas), { number })).rejects.toMatchObject({ code: 'not-found' });
      await expect(read(callBy({ kind: 'visitor' }), { number })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});

it(
  'can be narrowed to a type that is offered no more, by who has requests of it',
  rolledBack(async (tx) => {
    const { garden, camille, noor, jonas } = await cast(tx);
    const { number } = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id, typeKey: 'question' });
    const retiredOf = async (actor: Actor, scope: 'own' | 'organisation' = 'own') =>
      (await list(callBy(actor), { scope })).retiredTypes.map(({ key }) => key);
    expect(await retiredOf(noor)).toEqual([]);
    await tx.update(requestTypes).set({ active: false }).where(eq(requestTypes.key, 'question'));
    expect(await retiredOf(noor)).toEqual(['question']);
    expect(await retiredOf(camille, 'organisation')).toEqual(['question']);
    expect([await retiredOf(camille), await retiredOf(jonas)]).toEqual([[], []]);
    expect(await numbersOf(noor, { type: 'question' })).toEqual([number]);
  }),
);
