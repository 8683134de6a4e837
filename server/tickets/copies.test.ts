import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { accountByEmail } from '@/db/people/accounts';
import { actorOf, makeUser } from '@/db/people/factory';
import { memberships, users } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { colleagues } from './colleagues';
import { followers } from './followers';
import { move } from './move';
import { open } from './open';
import { removeFollower } from './remove-follower';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';

const VISITOR: Actor = { kind: 'visitor' };

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const leo = await makeUser(tx, { name: 'Léo Petit' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    domains: ['jardin.test'],
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }, { userId: leo.id }],
  });
  const { number } = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id });
  const member = (user: typeof noor) => actorOf(user, garden.membershipOf(user.id));
  return {
    garden,
    number,
    camille: member(camille),
    noor: member(noor),
    leo: member(leo),
    jonas: actorOf(jonas),
    theo: actorOf(theo),
  };
};

const templatesTo = async (tx: Tx, email: string): Promise<string[]> =>
  (await mailsTo(tx, email)).map((mail) => mail.template);

describe('people in copy', () => {
  it(
    'are found among the members of an organisation however many these are',
    rolledBack(async (tx) => {
      const { garden, number, noor } = await cast(tx);
      const many = Array.from({ length: 501 }, (_, at) => ({ name: `Alex ${at}`, email: `alex.${at}@many.test` }));
      const made = await tx.insert(users).values(many).returning({ id: users.id });
      await tx.insert(memberships).values(made.map(({ id }) => ({ organisationId: garden.id, userId: id })));
      const zoe = await makeUser(tx, { name: 'Zoé Zwart' });
      const zara = await makeUser(tx, { name: 'Zara Zwart' });
      for (const { id } of [zoe, zara]) {
        await tx.insert(memberships).values({ organisationId: garden.id, userId: id });
      }
      expect(await addFollowers(callBy(noor), { number, copyIds: [zoe.id] })).toMatchObject({ added: 1 });
      expect(await addFollowers(callBy(noor), { number, copies: zara.email })).toMatchObject({ added: 1 });
      const { people, more } = await colleagues(callBy(noor), {});
      expect([people.length, more, people.some(({ id }) => id === noor.id)]).toEqual([100, true, false]);
      const late = made.at(-1)?.id;
      const found = await colleagues(callBy(noor), { text: 'alex 500' });
      expect([found.people.map(({ id }) => id), found.more]).toEqual([[late], false]);
      const { members } = await followers(callBy(noor), { number, text: 'ZWART' });
      // Those in copy already are not offered again.
      expect(members).toEqual({ people: [], more: false });
      expect((await followers(callBy(noor), { number })).members).toMatchObject({ more: true });
      expect((await followers(callBy(noor), { number, text: 'alex.500@many' })).members.people).toEqual([
        { id: late, name: 'Alex 500' },
      ]);
    }),
  );

  it(
    'see the request, get its mails, answer, and leave; nothing before and nothing after',
    rolledBack(async (tx) => {
      const { number, noor, leo, theo } = await cast(tx);
      await expect(show(callBy(leo), { number })).rejects.toMatchObject({ code: 'not-found' });
      expect(await addFollowers(callBy(noor), { number, copyIds: [leo.id] })).toMatchObject({ added: 1 });
      expect(await addFollowers(callBy(noor), { number, copyIds: [leo.id] })).toMatchObject({ added: 0 });
      expect(await templatesTo(tx, leo.email)).toEqual(['tickets.copied']);
      expect(await show(callBy(leo), { number })).toMatchObject({ number, own: false, moves: [] });

      await reply(callBy(theo), { number, body: 'Quel fichier ?' });
      expect((await templatesTo(tx, noor.email))[0]).toBe('tickets.replied');
      expect((await templatesTo(tx, leo.email))[0]).toBe('tickets.peerReplied');
      await move(callBy(theo), { number, from: 'submitted', to: 'waiting_customer' });
      expect((await templatesTo(tx, leo.email)).filter((one) => one === 'tickets.moved')).toHaveLength(1);
      const followedIn = async (email: string) =>
        (await mailsTo(tx, email)).find(({ template }) => template === 'tickets.moved')?.data.followed;
      expect([await followedIn(leo.email), await followedIn(noor.email)]).toEqual([number, null]);
      await reply(callBy(leo), { number, body: 'Celui de mars.' });
      expect((await templatesTo(tx, noor.email)).filter((one) => one === 'tickets.peerReplied')).toHaveLength(1);
      expect(await show(callBy(noor), { number })).toMatchObject({ status: 'in_review' });

      await removeFollower(callBy(leo), { number, userId: leo.id });
      const told = (await templatesTo(tx, leo.email)).length;
      await reply(callBy(theo), { number, body: 'Merci.' });
      expect(await templatesTo(tx, leo.email)).toHaveLength(told);
      await expect(show(callBy(leo), { number })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'come with a new request, by address too: an unknown one gets an account without password',
    rolledBack(async (tx) => {
      const { noor, leo, garden } = await cast(tx);
      const form = { typeKey: 'question', subject: 'Un reçu manque', description: 'Celui de mars, depuis hier.' };
      const { number } = await open(callBy(noor), {
        ...form,
        copyIds: [leo.id],
        copies: 'Marie.Durand@jardin.test',
        organisationId: garden.id,
      });
      const made = await accountByEmail(tx, 'marie.durand@jardin.test');
      expect(made).toMatchObject({ name: 'Marie Durand', passwordHash: null, emailVerifiedAt: null });
      const { people } = await followers(callBy(noor), { number });
      expect(people.map((person) => person.name)).toEqual(['Léo Petit', 'Marie Durand']);
      await expect(
        open(callBy(noor), { ...form, organisationId: '00000000-0000-4000-8000-000000000000' }),
      ).rejects.toMatchObject({ fields: { organisationId: { key: 'errors.choice' } } });
    }),
  );
});

describe('who may not', () => {
  it(
    'customers add nobody from outside, the desk anybody',
    rolledBack(async (tx) => {
      const { number, noor, jonas, theo } = await cast(tx);
      for (const copies of [jonas.email, 'somebody@elsewhere.test']) {
        await expect(addFollowers(callBy(noor), { number, copies })).rejects.toMatchObject({
          fields: { copies: { key: 'errors.copyOutsider' } },
        });
      }
      await expect(addFollowers(callBy(noor), { number, copyIds: [jonas.id] })).rejects.toMatchObject({
        code: 'invalid',
      });
      await expect(addFollowers(callBy(noor), { number, copies: 'nowhere' })).rejects.toMatchObject({
        fields: { copies: { key: 'errors.copyAddress' } },
      });
      expect(await addFollowers(callBy(theo), { number, copies: jonas.email })).toMatchObject({ added: 1 });
      expect(await show(callBy(jonas), { number })).toMatchObject({ number });
      const gone = await makeUser(tx, { deactivatedAt: new Date() });
      await expect(addFollowers(callBy(theo), { number, copies: gone.email })).rejects.toMatchObject({
        fields: { copies: { key: 'errors.copyGone' } },
      });
    }),
  );

  it(
    'people in copy and colleagues decide nothing; strangers find nothing; visitors put nobody in copy',
    rolledBack(async (tx) => {
      const { number, camille, noor, leo, jonas } = await cast(tx);
      await addFollowers(callBy(camille), { number, copyIds: [leo.id] });
      const forbidden = { code: 'forbidden' };
      await expect(addFollowers(callBy(leo), { number, copyIds: [] })).rejects.toMatchObject(forbidden);
      await expect(removeFollower(callBy(leo), { number, userId: noor.id })).rejects.toMatchObject(forbidden);
      await expect(resolve(callBy(leo), { number })).rejects.toMatchObject(forbidden);
      expect(await followers(callBy(leo), { number })).toMatchObject({
        decides: false,
        members: { people: [], more: false },
        people: [{ id: leo.id, email: null }],
      });
      const gone = { code: 'not-found' };
      await expect(followers(callBy(jonas), { number })).rejects.toMatchObject(gone);
      await expect(addFollowers(callBy(jonas), { number, copyIds: [jonas.id] })).rejects.toMatchObject(gone);
      await expect(removeFollower(callBy(jonas), { number, userId: leo.id })).rejects.toMatchObject(gone);
      await expect(removeFollower(callBy(noor), { number, userId: jonas.id })).rejects.toMatchObject(gone);
      await expect(addFollowers(callBy(VISITOR), { number, copyIds: [] })).rejects.toMatchObject(forbidden);
      await expect(addFollowers(callBy(VISITOR), { number, copies: 'victim@jardin.test' })).rejects.toMatchObject(
        forbidden,
      );
      expect(await colleagues(callBy(VISITOR), {})).toEqual({ organisations: [], people: [], more: false });
    }),
  );

  it(
    'no more than twenty are in copy',
    rolledBack(async (tx) => {
      const { number, theo } = await cast(tx);
      const copies = Array.from({ length: 21 }, (_, at) => `p${at}@elsewhere.test`).join(', ');
      await expect(addFollowers(callBy(theo), { number, copies })).rejects.toMatchObject({
        messageKey: 'errors.tooManyCopies',
      });
    }),
  );
});
