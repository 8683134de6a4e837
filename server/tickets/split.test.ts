import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { attach } from './attach';
import { followers } from './followers';
import { move } from './move';
import { note } from './note';
import { open } from './open';
import { reply } from './reply';
import { show } from './show';
import { split } from './split';

const SUBJECT = 'L’export des reçus, lui aussi';

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  const { number } = await makeTicket(tx, { requesterId: noor.id, organisationId: garden.id });
  return {
    number,
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    jonas: actorOf(jonas),
    theo: actorOf(theo),
  };
};

const picture = { name: 'ecran.png', mediaType: 'image/png', bytes: 1200, width: 10, height: 10 };
const lastMessage = async (actor: Parameters<typeof callBy>[0], number: number): Promise<string> =>
  (await show(callBy(actor), { number })).messages.at(-1)?.id ?? '';

describe('splitting a message off', () => {
  it(
    'begins a request of the same requester with its text and files, linked both ways, and tells them once',
    rolledBack(async (tx) => {
      const { number, noor, theo } = await cast(tx);
      await assign(callBy(theo), { number, assigneeId: theo.id });
      const file = await attach(callBy(noor), { ...picture, storageKey: randomUUID() });
      const files = [{ id: file.id, claim: file.claim }];
      await reply(callBy(noor), { number, body: 'Et l’export des reçus s’arrête aussi.', files });
      const given = {
        number,
        messageId: await lastMessage(theo, number),
        subject: SUBJECT,
        idempotencyKey: randomUUID(),
      };
      const call = callBy(theo);
      const { number: fresh } = await split(call, given);
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.split', data: { into: fresh } }]);
      const seen = await show(callBy(noor), { number: fresh });
      expect(seen).toMatchObject({ own: true, subject: SUBJECT, status: 'submitted', assigneeId: theo.id });
      expect(seen.messages).toMatchObject([
        {
          bodyHtml: '<p>Et l’export des reçus s’arrête aussi.</p>',
          authorName: 'Noor Benali',
          files: [{ name: 'ecran.png' }],
        },
      ]);
      expect(seen.links).toMatchObject([{ number, role: 'related' }]);
      const source = await show(callBy(noor), { number });
      expect(source.splitInto).toEqual({ [given.messageId]: fresh });
      expect(source.messages).toHaveLength(2);
      expect(source.messages.at(-1)?.files).toHaveLength(1);
      expect(source.events.at(-1)).toMatchObject({ kind: 'split', data: { other: fresh, way: 'into' } });
      expect((await split(callBy(theo), given)).number).toBe(fresh);
      const told = (await mailsTo(tx, noor.email)).filter(({ template }) => template === 'tickets.split');
      expect(told).toMatchObject([{ threadKey: `ticket:${fresh}` }]);
    }),
  );

  it(
    'refuses what opened the request, what the desk wrote, notes, messages of other requests, and a second time',
    rolledBack(async (tx) => {
      const { number, noor, theo } = await cast(tx);
      const first = await lastMessage(theo, number);
      await reply(callBy(theo), { number, body: 'Quelle version utilisez-vous ?' });
      const answer = await lastMessage(theo, number);
      await note(callBy(theo), { number, body: 'Voir avec la comptabilité.' });
      const internal = await lastMessage(theo, number);
      const { number: another } = await makeTicket(tx, { requesterId: noor.id });
      await reply(callBy(noor), { number: another, body: 'Autre chose.' });
      const elsewhere = await lastMessage(theo, another);
      for (const messageId of [first, answer, internal, elsewhere, randomUUID()]) {
        const wrong = split(callBy(theo), { number, messageId, subject: SUBJECT });
        await expect(wrong).rejects.toMatchObject({ code: 'not-found' });
      }
      await split(callBy(theo), { number: another, messageId: elsewhere, subject: SUBJECT });
      const again = split(callBy(theo), { number: another, messageId: elsewhere, subject: SUBJECT });
      await expect(again).rejects.toMatchObject({ code: 'conflict' });
      const nameless = split(callBy(theo), { number, messageId: answer, subject: '' });
      await expect(nameless).rejects.toMatchObject({ fields: { subject: {} } });
    }),
  );

  it(
    'is the desk’s alone; a colleague who wrote the message hears of it on, others do not',
    rolledBack(async (tx) => {
      const { number, camille, noor, theo } = await cast(tx);
      await reply(callBy(camille), { number, body: 'J’ajoute un mot : l’export aussi.' });
      const messageId = await lastMessage(theo, number);
      for (const actor of [noor, camille, { kind: 'visitor' } as const]) {
        const wrong = split(callBy(actor), { number, messageId, subject: SUBJECT });
        await expect(wrong).rejects.toMatchObject({ code: 'forbidden' });
      }
      const { number: fresh } = await split(callBy(theo), { number, messageId, subject: SUBJECT });
      expect((await show(callBy(noor), { number: fresh })).own).toBe(true);
      const people = (await followers(callBy(theo), { number: fresh })).people;
      expect(people.map(({ name }) => name)).toEqual(['Camille Roux']);
    }),
  );
});

describe('going on from a closed request', () => {
  const form = { typeKey: 'question', subject: 'Cela recommence', description: 'Depuis ce matin, de nouveau.' };

  it(
    'links the new one to it, in both histories',
    rolledBack(async (tx) => {
      const { number, noor, theo } = await cast(tx);
      await move(callBy(theo), { number, from: 'submitted', to: 'closed', reason: 'solved' });
      await expect(reply(callBy(noor), { number, body: 'Encore !' })).rejects.toMatchObject({ code: 'conflict' });
      const { number: fresh } = await open(callBy(noor), { ...form, follows: number });
      expect((await show(callBy(noor), { number: fresh })).links).toMatchObject([{ number, role: 'follows' }]);
      const earlier = await show(callBy(theo), { number });
      expect(earlier.links).toMatchObject([{ number: fresh, role: 'followed_by' }]);
      expect(earlier).toMatchObject({ status: 'closed' });
    }),
  );

  it(
    'links nothing to a request that is not theirs to see, and says nothing of it',
    rolledBack(async (tx) => {
      const { number, jonas, theo } = await cast(tx);
      const { number: fresh } = await open(callBy(jonas), { ...form, follows: number });
      expect((await show(callBy(jonas), { number: fresh })).links).toEqual([]);
      const untouched = await show(callBy(theo), { number });
      expect([untouched.links, untouched.events.map(({ kind }) => kind)]).toEqual([[], ['opened']]);
    }),
  );
});
