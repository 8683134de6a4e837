import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { ticketClocks } from '@/db/tickets/schema';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { attach } from './attach';
import { draft } from './draft';
import { grade } from './grade';
import { move } from './move';
import { next } from './next';
import { reply } from './reply';
import { show } from './show';
import { undo } from './undo';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

const cast = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: later(-3600) });
  return { camille, theo, yanis, number };
};

const said = async (actor: Parameters<typeof callBy>[0], number: number, at: Date) =>
  (await show(callBy(actor, at), { number })).messages.map(({ bodyHtml }) => bodyHtml);

describe('an answer that waits before it leaves', () => {
  it(
    'is seen by the desk at once and by the customer when it has left; a customer’s own never waits',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await reply(callBy(theo, NOW), { number, body: 'Voici la réponse.', hold: true, to: 'waiting_customer' });
      expect(await said(theo, number, NOW)).toHaveLength(2);
      expect(await said(camille, number, later(9))).toHaveLength(1);
      expect(await said(camille, number, later(10))).toHaveLength(2);
      await reply(callBy(camille, later(20)), { number, body: 'Merci !', hold: true });
      expect(await said(camille, number, later(20))).toHaveLength(3);
    }),
  );

  it(
    'is taken back with its status and its mails, its text comes back to its author, and the first answer is still to come',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      await reply(callBy(theo, NOW), { number, body: 'Trop vite.', hold: true, to: 'resolved' });
      const [, message] = (await show(callBy(theo, NOW), { number })).messages;
      const token = message?.id ?? '';
      expect(await mailsTo(tx, camille.email)).toHaveLength(2);
      await expect(undo(callBy(yanis, later(2)), { token })).rejects.toMatchObject({ code: 'not-found' });
      expect(await undo(callBy(theo, later(3)), { token })).toMatchObject({ restored: 1, body: 'Trop vite.' });
      expect(await mailsTo(tx, camille.email)).toHaveLength(0);
      const shown = await show(callBy(theo, later(30)), { number });
      expect(shown).toMatchObject({ status: 'submitted', firstAnsweredAt: null, resolvedAt: null });
      expect(shown.messages).toHaveLength(1);
      expect(await said(camille, number, later(30))).toHaveLength(1);
      expect((await draft(callBy(theo), { messageId: token })).body).toBe('Trop vite.');
      expect((await draft(callBy(yanis), { messageId: token })).body).toBeNull();
    }),
  );

  it(
    'comes back with its files, which go with what its author writes instead, and with nobody else’s words',
    rolledBack(async (tx) => {
      const { theo, yanis, number } = await cast(tx);
      const facts = { mediaType: 'image/png', bytes: 1200, width: 8, height: 8, storageKey: `aa/${randomUUID()}` };
      const { id, claim } = await attach(callBy(theo, NOW), { name: 'ecran.png', ...facts });
      await reply(callBy(theo, NOW), { number, body: 'Trop vite.', hold: true, files: [{ id, claim }] });
      const token = (await show(callBy(theo, NOW), { number })).messages[1]?.id ?? '';
      const own = [{ id, claim: 'own' }];
      const stolen = { number, body: 'Voyez ceci.', files: own };
      await expect(reply(callBy(theo, later(1)), stolen)).rejects.toMatchObject({
        fields: { files: { key: 'errors.fileGone' } },
      });
      await undo(callBy(theo, later(3)), { token });
      const back = { body: 'Trop vite.', files: [{ id, name: 'ecran.png', bytes: 1200, mediaType: 'image/png' }] };
      expect(await draft(callBy(theo, later(4)), { messageId: token })).toEqual(back);
      expect(await draft(callBy(yanis, later(4)), { messageId: token })).toEqual({ body: null, files: [] });
      await expect(reply(callBy(yanis, later(5)), stolen)).rejects.toMatchObject({ code: 'invalid' });
      await reply(callBy(theo, later(6)), { number, body: 'Voici l’écran.', files: own });
      const [, sent] = (await show(callBy(theo, later(7)), { number })).messages;
      expect(sent?.files.map(({ name }) => name)).toEqual(['ecran.png']);
      // What was sent instead is no draft any more, however often the page is drawn.
      expect(await draft(callBy(theo, later(8)), { messageId: token })).toEqual({ body: null, files: [] });
    }),
  );

  it(
    'takes with it, when it is taken back, the deadlines that it had started',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await grade(callBy(theo, NOW), { number, level: 'critical' });
      const running = async () => {
        const rows = await tx.select().from(ticketClocks).orderBy(ticketClocks.kind, ticketClocks.turn);
        return rows.filter(({ settledAt }) => settledAt === null).map(({ kind }) => kind);
      };
      const before = await running();
      expect(before).toContain('taken');
      await reply(callBy(theo, NOW), { number, body: 'Trop vite.', hold: true });
      await reply(callBy(camille, later(2)), { number, body: 'Et ceci encore.' });
      expect(await running()).toContain('answer');
      const token = (await show(callBy(theo, later(3)), { number })).messages[1]?.id ?? '';
      await undo(callBy(theo, later(4)), { token });
      expect(await running()).toEqual(before);
    }),
  );

  it(
    'is gone after its time',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      await reply(callBy(theo, NOW), { number, body: 'C’est parti.', hold: true });
      const token = (await show(callBy(theo, NOW), { number })).messages[1]?.id ?? '';
      await expect(undo(callBy(theo, later(10)), { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      expect(await said(camille, number, later(11))).toHaveLength(2);
      expect(await mailsTo(tx, camille.email)).toHaveLength(1);
    }),
  );

  it(
    'that moves where the request cannot go is refused as a whole',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      const wrong = reply(callBy(theo, NOW), { number, body: 'Voici.', hold: true, to: 'waiting_partner' });
      await expect(wrong).rejects.toMatchObject({ fields: { partner: { key: 'errors.required' } } });
    }),
  );
});

describe('the next request', () => {
  it(
    'is the most urgent of one’s own and of nobody’s in one’s teams, that waits for the desk',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
      const make = async () => (await makeTicket(tx, { requesterId: camille.id })).number;
      const [grave, ours, theirs] = [await make(), await make(), await make()];
      await assign(callBy(theo), { number, assigneeId: theo.id });
      await assign(callBy(theo), { number: grave, assigneeId: theo.id });
      await grade(callBy(theo), { number: grave, level: 'critical' });
      await assign(callBy(theo), { number: ours, teamId: team });
      await assign(callBy(theo), { number: theirs, teamId: team, assigneeId: yanis.id });
      const nextOf = async (except?: number) => (await next(callBy(theo), except ? { except } : {})).number;
      expect(await nextOf()).toBe(grave);
      expect(await nextOf(grave)).toBe(number);
      await move(callBy(theo), { number: grave, from: 'submitted', to: 'waiting_customer' });
      await move(callBy(theo), { number, from: 'submitted', to: 'resolved' });
      expect(await nextOf()).toBe(ours);
      expect(await nextOf(ours)).toBeNull();
      expect((await next(callBy(yanis), {})).number).toBe(theirs);
      await expect(next(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});
