import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { bulk } from './bulk';
import { grade } from './grade';
import { move } from './move';
import { queue } from './queue';
import { resolve } from './resolve';
import { show } from './show';
import { snooze } from './snooze';
import { tag } from './tag';
import { undo } from './undo';
import { undoable } from './undoable';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

const cast = async (tx: Tx) => {
  const camilleRow = await makeUser(tx, { name: 'Camille Roux' });
  return {
    theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
    yanis: actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' })),
    camille: actorOf(camilleRow),
  };
};

describe('one act over many requests', () => {
  it(
    'closes those that can be closed, names the others with their reason, and tells each of its request',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const [first, second, over] = [
        await makeTicket(tx, { requesterId: camille.id }),
        await makeTicket(tx, { requesterId: camille.id }),
        await makeTicket(tx, { requesterId: camille.id }),
      ];
      await move(callBy(theo), { number: over.number, from: 'submitted', to: 'closed', reason: 'solved' });
      const numbers = [second.number, over.number, first.number, first.number];
      const done = await bulk(callBy(theo), { numbers, change: { act: 'move', to: 'resolved' } });
      expect(done).toMatchObject({ changed: 2, left: [{ number: over.number, why: 'errors.ticketMove' }] });
      expect((await show(callBy(theo), { number: first.number })).status).toBe('resolved');
      expect((await mailsTo(tx, camille.email)).filter(({ template }) => template === 'tickets.moved')).toHaveLength(3);
    }),
  );

  it(
    'is done once by a post that comes twice, which answers the same',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      const change = { act: 'move', to: 'resolved' } as const;
      const post = { numbers: [number], change, idempotencyKey: randomUUID() };
      const done = await bulk(callBy(theo), post);
      expect(await bulk(callBy(theo), post)).toEqual(done);
      expect(done).toMatchObject({ changed: 1, token: post.idempotencyKey });
      await undo(callBy(theo), done);
      expect((await show(callBy(theo), { number })).status).toBe('submitted');
    }),
  );

  it(
    'refuses all where the choice itself is wrong, beside its field, and changes nothing',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      const act = (change: Parameters<typeof bulk>[1]['change']) => bulk(callBy(theo), { numbers: [number], change });
      await expect(act({ act: 'move', to: 'closed' })).rejects.toMatchObject({
        fields: { reason: { key: 'errors.required' } },
      });
      await expect(act({ act: 'give', assigneeId: camille.id })).rejects.toMatchObject({
        fields: { assigneeId: { key: 'errors.choice' } },
      });
      await expect(act({ act: 'grade', level: 'none', reason: '' })).rejects.toMatchObject({ fields: { level: {} } });
      await expect(act({ act: 'tag', tags: 'x'.repeat(41) })).rejects.toMatchObject({ code: 'invalid' });
      const nothing = bulk(callBy(theo), { numbers: [], change: { act: 'tag', tags: 'import' } });
      await expect(nothing).rejects.toMatchObject({ fields: { numbers: { key: 'errors.chooseTickets' } } });
      expect((await show(callBy(theo), { number })).events.map(({ kind }) => kind)).toEqual(['opened']);
    }),
  );

  it(
    'is the desk’s alone',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      const change = { act: 'move', to: 'resolved' } as const;
      await expect(bulk(callBy(camille), { numbers: [number], change })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(tag(callBy(camille), { number, add: 'import' })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});

describe('taking it back', () => {
  it(
    'leaves each request exactly as it was: status, sleep, people, tags; the history tells both, and no mail leaves',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      const wake = new Date(Date.now() + 86_400_000 * 3).toISOString().slice(0, 16);
      await move(callBy(theo), { number, from: 'submitted', to: 'waiting_partner', partner: 'Banque' });
      await snooze(callBy(theo), { number, until: wake });
      await tag(callBy(theo), { number, add: 'import, paiement' });
      const before = await show(callBy(theo), { number });
      const mailsBefore = (await mailsTo(tx, camille.email)).length;

      const close = { act: 'move', to: 'closed', reason: 'withdrawn' } as const;
      const closed = await bulk(callBy(theo), { numbers: [number], change: close });
      expect(await show(callBy(theo), { number })).toMatchObject({ status: 'closed', snoozedUntil: null });
      expect(await undoable(callBy(theo), { token: closed.token })).toMatchObject({ changed: 1, possible: true });
      expect(await undo(callBy(theo), { token: closed.token })).toMatchObject({ restored: 1, changedSince: 0 });
      const after = await show(callBy(theo), { number });
      const { status, statusSince, partner, snoozedUntil, closedAt, resolvedAt } = before;
      expect(after).toMatchObject({ status, statusSince, partner, snoozedUntil, closedAt, resolvedAt });
      expect(after.deadlines.map(({ state }) => state)).toEqual(before.deadlines.map(({ state }) => state));
      expect(await mailsTo(tx, camille.email)).toHaveLength(mailsBefore);
      expect(after.events.slice(-2)).toMatchObject([{ kind: 'moved', undone: true }, { kind: 'undone' }]);
      const theirs = await show(callBy(camille), { number });
      expect(theirs.events.map(({ kind }) => kind)).toEqual(['opened', 'moved']);

      const untag = await bulk(callBy(theo), { numbers: [number], change: { act: 'untag', tags: 'Import, inconnue' } });
      expect((await show(callBy(theo), { number })).tags).toEqual(['paiement']);
      await undo(callBy(theo), { token: untag.token });
      expect((await show(callBy(theo), { number })).tags).toEqual(['import', 'paiement']);
    }),
  );

  it(
    'gives a lowered level back, whose reason is then told to nobody, and whom a team had chosen in turn',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, roundRobin: true, members: [yanis.id] });
      const [first, second] = [
        await makeTicket(tx, { requesterId: camille.id }),
        await makeTicket(tx, { requesterId: camille.id }),
      ];
      const numbers = [first.number, second.number];
      for (const number of numbers) await grade(callBy(theo), { number, level: 'critical' });
      const lower = { act: 'grade', level: 'low', reason: 'Un contournement simple existe.' } as const;
      const lowered = await bulk(callBy(theo), { numbers, change: lower });
      expect(lowered).toMatchObject({ changed: 2, left: [] });
      const told = async () =>
        (await mailsTo(tx, camille.email)).filter(({ template }) => template === 'tickets.lowered');
      expect(await told()).toHaveLength(2);
      expect(await undo(callBy(theo), lowered)).toMatchObject({ restored: 2 });
      expect(await told()).toEqual([]);

      const given = await bulk(callBy(theo), { numbers, change: { act: 'give', teamId: team } });
      const standing = async (number: number) => show(callBy(theo), { number });
      expect(await standing(second.number)).toMatchObject({ teamId: team, assigneeId: yanis.id });
      const digests = async () =>
        (await mailsTo(tx, yanis.email)).filter(({ template }) => template === 'tickets.given');
      expect(await digests()).toHaveLength(1);
      await undo(callBy(theo), given);
      for (const number of numbers) {
        expect(await standing(number)).toMatchObject({ criticality: 'critical', teamId: null, assigneeId: null });
      }
      expect(await digests()).toEqual([]);
    }),
  );

  it(
    'puts to sleep in words what is not closed, and wakes it again',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const [first, over] = [
        await makeTicket(tx, { requesterId: camille.id }),
        await makeTicket(tx, { requesterId: camille.id }),
      ];
      await move(callBy(theo), { number: over.number, from: 'submitted', to: 'closed', reason: 'solved' });
      const numbers = [first.number, over.number];
      const sleep = (until: string) => bulk(callBy(theo), { numbers, change: { act: 'snooze', until } });
      await expect(sleep('quand il pleuvra')).rejects.toMatchObject({
        fields: { until: { key: 'errors.snoozeWhen' } },
      });
      const done = await sleep('dans 3 jours');
      expect(done).toMatchObject({ changed: 1, left: [{ number: over.number, why: 'errors.ticketClosed' }] });
      const sleeps = async () => (await show(callBy(theo), { number: first.number })).snoozedUntil;
      expect(await sleeps()).not.toBeNull();
      await undo(callBy(theo), done);
      expect(await sleeps()).toBeNull();
    }),
  );

  it(
    'leaves alone what somebody has changed since, and keeps the mail of that one',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const [first, second] = [
        await makeTicket(tx, { requesterId: camille.id }),
        await makeTicket(tx, { requesterId: camille.id }),
      ];
      const numbers = [first.number, second.number];
      const { token } = await bulk(callBy(theo), { numbers, change: { act: 'move', to: 'waiting_customer' } });
      await resolve(callBy(yanis), { number: second.number });
      expect(await undo(callBy(theo), { token })).toMatchObject({ restored: 1, changedSince: 1 });
      expect((await show(callBy(theo), { number: first.number })).status).toBe('submitted');
      expect((await show(callBy(theo), { number: second.number })).status).toBe('resolved');
      const threads = (await mailsTo(tx, camille.email)).map(({ threadKey }) => threadKey);
      expect(threads).toEqual([`ticket:${second.number}`, `ticket:${second.number}`]);
    }),
  );

  it(
    'is for who did it, once, and for a minute',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' } });
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(theo), { number, assigneeId: yanis.id });
      const change = { act: 'give', teamId: team, assigneeId: theo.id } as const;
      const { token } = await bulk(callBy(theo), { numbers: [number], change });
      await expect(undo(callBy(yanis), { token })).rejects.toMatchObject({ code: 'not-found' });
      await expect(undo(callBy(theo, later(2)), { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      await undo(callBy(theo), { token });
      expect(await show(callBy(theo), { number })).toMatchObject({ teamId: null, assigneeId: yanis.id });
      await expect(undo(callBy(theo), { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      expect(await undoable(callBy(theo), { token })).toMatchObject({ undone: true, possible: false });
    }),
  );
});

describe('tags', () => {
  it(
    'are made as they are typed, once whatever their case, filter the list, and stand in the history',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const word = `mot-${crypto.randomUUID().slice(0, 8)}`;
      const { number } = await makeTicket(tx, { requesterId: camille.id });
      await addFacts(tx, await makeTicket(tx, { requesterId: camille.id }), []);
      expect(await tag(callBy(theo), { number, add: `${word.toUpperCase()}, ${word}` })).toMatchObject({
        added: [word],
      });
      expect(await tag(callBy(theo), { number, add: word })).toMatchObject({ added: [] });
      const { tickets } = await queue(callBy(theo), { address: { tag: word } });
      expect(tickets.map((ticket) => [ticket.number, ticket.tags])).toEqual([[number, [word]]]);
      const { events, tags } = await show(callBy(theo), { number });
      expect([events.at(-1), tags]).toMatchObject([{ kind: 'tagged', data: { added: [word], dropped: [] } }, [word]]);
      expect((await show(callBy(camille), { number })).tags).toEqual([]);
      const many = Array.from({ length: 21 }, (_, index) => `${word}-${index}`).join(', ');
      await expect(tag(callBy(theo), { number, add: many })).rejects.toMatchObject({
        fields: { add: { key: 'errors.tooManyTags' } },
      });
    }),
  );
});
