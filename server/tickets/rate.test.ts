import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { auditEntries, outboxMails } from '@/db/kernel/schema';
import { updateAccount } from '@/db/people/accounts';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { signedIds } from '../kernel/signed';
import { callBy as call } from '../testing/call';
import { addFollowers } from './add-followers';
import { assign } from './assign';
import { list } from './list';
import { move } from './move';
import { rate } from './rate';
import { rateByMail } from './rate-by-mail';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { toRate } from './to-rate';

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const stranger = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [
    { userId: camille.id, manager: false },
    { userId: noor.id, manager: true },
  ]);
  const { number } = await makeTicket(tx, { requesterId: camille.id, organisationId: garden });
  const people = {
    camille: actorOf(camille, [{ organisationId: garden, manager: false }]),
    noor: actorOf(noor, [{ organisationId: garden, manager: true }]),
    stranger: actorOf(stranger),
    theo: actorOf(theo),
  };
  await assign(call(people.theo), { number, assigneeId: theo.id });
  return { ...people, number };
};

const ratedMails = (tx: Tx, number: number) =>
  tx
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.threadKey, `ticket:${number}`))
    .then((mails) => mails.filter(({ template }) => template === 'tickets.rated'));

describe('rating a request', () => {
  it(
    'says the same once, however often it is pressed, and again once it was said otherwise',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      const said = async () =>
        (await show(call(theo), { number })).events.filter(({ kind }) => kind === 'rated').length;
      for (const comment of ['Trop long.', 'Trop long.']) {
        await rate(call(camille), { number, rating: 'dissatisfied', comment });
        expect(await said()).toBe(1);
        expect(await ratedMails(tx, number)).toHaveLength(1);
      }
      await rate(call(camille), { number, rating: 'satisfied' });
      await rate(call(camille), { number, rating: 'dissatisfied', comment: 'Trop long.' });
      expect(await said()).toBe(3);
    }),
  );

  it(
    'takes the requester’s word once it is resolved, and the last one counts',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      expect(await show(call(camille), { number })).toMatchObject({ mayRate: true, given: null });
      const rating = call(camille);
      await rate(rating, { number, rating: 'satisfied' });
      expect(await ratedMails(tx, number)).toEqual([]);
      await rate(call(camille), { number, rating: 'dissatisfied', comment: 'Trop long.' });
      expect(await show(call(camille), { number })).toMatchObject({
        rating: 'dissatisfied',
        given: { rating: 'dissatisfied', comment: 'Trop long.' },
      });
      expect(await ratedMails(tx, number)).toMatchObject([
        { recipient: theo.email, data: { rating: 'dissatisfied', comment: 'Trop long.', author: 'Camille Roux' } },
      ]);
      expect(await tx.select().from(auditEntries).where(eq(auditEntries.requestId, rating.requestId))).toMatchObject([
        { action: 'tickets.rate', actorId: camille.id, data: { rating: 'satisfied', commented: false } },
      ]);
    }),
  );

  it(
    'forgets it when the request is opened again',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      await rate(call(camille), { number, rating: 'mixed' });
      await reply(call(camille), { number, body: 'Le problème revient.' });
      expect(await show(call(camille), { number })).toMatchObject({ rating: null, given: null, mayRate: false });
    }),
  );

  it(
    'is refused to everybody else, who do not read it either but for the desk',
    rolledBack(async (tx) => {
      const { camille, noor, stranger, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      await addFollowers(call(camille), { number, copyIds: [noor.id] });
      for (const other of [noor, theo]) {
        await expect(rate(call(other), { number, rating: 'satisfied' })).rejects.toMatchObject({ code: 'forbidden' });
      }
      await expect(rate(call(stranger), { number, rating: 'satisfied' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(rate(call({ kind: 'visitor' }), { number, rating: 'satisfied' })).rejects.toThrow();
      await rate(call(camille), { number, rating: 'mixed', comment: 'Entre nous.' });
      expect(JSON.stringify(await show(call(noor), { number }))).not.toMatch(/Entre nous|mixed/);
      expect(JSON.stringify(await list(call(noor), { scope: 'organisation' }))).not.toContain('mixed');
      expect((await show(call(theo), { number })).events.at(-1)).toMatchObject({
        kind: 'rated',
        data: { rating: 'mixed', comment: 'Entre nous.' },
      });
    }),
  );

  it(
    'is refused while it is at work, and for what was spam',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const asked = { number, rating: 'satisfied' as const };
      await expect(rate(call(camille), asked)).rejects.toMatchObject({ code: 'conflict' });
      await move(call(theo), { number, from: 'submitted', to: 'closed', reason: 'spam' });
      await expect(rate(call(camille), asked)).rejects.toMatchObject({ code: 'conflict' });
    }),
  );
});

/** The token in the mails that told somebody of the end of the request, newest first. */
const tokensTo = async (tx: Tx, email: string): Promise<string[]> =>
  (await mailsTo(tx, email)).flatMap(({ template, data }) => {
    const path = template === 'tickets.moved' && typeof data.ratePath === 'string' ? data.ratePath : null;
    return path ? [new URLSearchParams(path.split('?')[1]).get('token') ?? ''] : [];
  });

const VISITOR = { kind: 'visitor' } as const;

describe('rating by the mail that tells of the resolution', () => {
  it(
    'takes the word of whoever has the mail, signed in or not, in the name of the requester',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      const [token = ''] = await tokensTo(tx, camille.email);
      expect(await toRate(call(VISITOR), { token })).toMatchObject({ number, mayRate: true, given: null });
      for (const actor of [VISITOR, theo]) {
        await rateByMail(call(actor), { token, rating: 'dissatisfied', comment: 'Trop long.' });
      }
      expect(await ratedMails(tx, number)).toMatchObject([
        { data: { author: 'Camille Roux', rating: 'dissatisfied' } },
      ]);
      const { events } = await show(call(theo), { number });
      expect(events.filter(({ kind }) => kind === 'rated')).toMatchObject([{ actorId: camille.id }]);
      await rateByMail(call(VISITOR), { token, rating: 'satisfied' });
      expect(await toRate(call(VISITOR), { token })).toMatchObject({ given: { rating: 'satisfied', comment: null } });
      await reply(call(camille), { number, body: 'Le problème revient.' });
      expect(await toRate(call(VISITOR), { token })).toMatchObject({ mayRate: false, given: null });
      await expect(rateByMail(call(VISITOR), { token, rating: 'mixed' })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );

  it(
    'is asked of the requester alone, once, and of nobody for what was spam or never answered',
    rolledBack(async (tx) => {
      const { camille, noor, theo, number } = await cast(tx);
      await addFollowers(call(camille), { number, copyIds: [noor.id] });
      await resolve(call(theo), { number });
      await move(call(theo), { number, from: 'resolved', to: 'closed', reason: 'solved' });
      expect(await tokensTo(tx, camille.email)).toHaveLength(1);
      expect(await tokensTo(tx, noor.email)).toEqual([]);
      for (const reason of ['spam', 'no_answer', 'withdrawn'] as const) {
        const other = await makeTicket(tx, { requesterId: noor.id });
        await move(call(theo), { number: other.number, from: 'submitted', to: 'closed', reason });
      }
      expect(await tokensTo(tx, noor.email)).toEqual([]);
      const designed = await makeTicket(tx, { requesterId: noor.id });
      await move(call(theo), { number: designed.number, from: 'submitted', to: 'closed', reason: 'works_as_designed' });
      expect(await tokensTo(tx, noor.email)).toHaveLength(1);
    }),
  );

  it(
    'knows no token that was not made for this request and this requester',
    rolledBack(async (tx) => {
      const { camille, noor, theo, number } = await cast(tx);
      await resolve(call(theo), { number });
      const [token = ''] = await tokensTo(tx, camille.email);
      const [ticketId = ''] = token.split('.');
      const made = [
        '',
        token.slice(0, -1),
        token.replace(camille.id, noor.id),
        signedIds('tickets.rate', [ticketId, noor.id]),
        signedIds('comments.stop', [ticketId, camille.id]),
      ];
      for (const other of made) {
        await expect(toRate(call(VISITOR), { token: other })).rejects.toMatchObject({ code: 'not-found' });
        const said = rateByMail(call(VISITOR), { token: other, rating: 'satisfied' });
        await expect(said).rejects.toMatchObject({ code: 'not-found' });
      }
      await updateAccount(tx, camille.id, { deactivatedAt: new Date() });
      await expect(toRate(call(VISITOR), { token })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );
});
