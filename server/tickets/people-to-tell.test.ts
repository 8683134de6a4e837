import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { insertFollower } from '@/db/tickets/followers';
import { systemCall } from '../kernel/call';
import { changeRole } from '../people/change-role';
import { deactivate } from '../people/deactivate';
import { callBy } from '../testing/call';
import { announceDeadline } from './announce-deadline';
import { endSilence } from './end-silence';
import { grade } from './grade';
import { rate } from './rate';
import { reply } from './reply';
import { resolve } from './resolve';
import { wake } from './wake';

/** A Monday morning in office hours. */
const MONDAY = new Date('2026-11-16T09:00:00Z');
const later = (minutes: number): Date => new Date(MONDAY.getTime() + minutes * 60_000);

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const hugo = await makeUser(tx, { name: 'Hugo Petit', role: 'agent' });
  const admin = await makeUser(tx, { name: 'Alix Morel', role: 'admin' });
  const ticket = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt: MONDAY });
  const by = { at: MONDAY.getTime(), actorId: hugo.id };
  await addFacts(tx, ticket, [
    { ...by, kind: 'assigned', data: { assigneeId: theo.id } },
    { ...by, kind: 'graded', data: { level: 'critical' } },
    { ...by, kind: 'snoozed', data: { until: later(30).getTime() } },
  ]);
  await insertFollower(tx, { ticketId: ticket.id, userId: noor.id, addedBy: hugo.id, createdAt: ticket.createdAt });
  return {
    ticket,
    theo,
    camille: actorOf(camille),
    noor: actorOf(noor),
    hugo: actorOf(hugo),
    admin: actorOf(admin),
  };
};

const templatesTo = async (tx: Tx, { email }: { email: string }) =>
  (await mailsTo(tx, email)).map(({ template }) => template).sort();

describe('whoever has left the desk', () => {
  it(
    'reads no more of what customers write, though the request is still in their name',
    rolledBack(async (tx) => {
      const { ticket, theo, camille, admin } = await cast(tx);
      await changeRole(callBy(admin), { id: theo.id, role: 'customer' });
      const { number } = ticket;
      expect(await wake(systemCall('test', later(31)), { number })).toMatchObject({ woken: true });
      await reply(callBy(camille), { number, body: 'Notre code d’accès est 4711.' });
      await resolve(callBy(camille), { number });
      await rate(callBy(camille), { number, rating: 'dissatisfied', comment: 'Trop long.' });
      expect(await templatesTo(tx, theo)).toEqual([]);
    }),
  );

  it(
    'is not who is told of a deadline: the whole desk is',
    rolledBack(async (tx) => {
      const { ticket, theo, hugo, admin } = await cast(tx);
      await deactivate(callBy(admin), { id: theo.id });
      const notice = { ticketId: ticket.id, clock: 'resolution', turn: 1, stage: 'breached' } as const;
      expect(await announceDeadline(systemCall('test', later(49 * 60)), notice)).toEqual({ told: true });
      expect(await templatesTo(tx, theo)).toEqual([]);
      expect(await templatesTo(tx, hugo)).toEqual(['tickets.deadlineMissed']);
    }),
  );
});

describe('a closed account', () => {
  it(
    'gets no mails about its requests, people in copy do',
    rolledBack(async (tx) => {
      const { ticket, camille, noor, hugo, admin } = await cast(tx);
      const { number } = ticket;
      await deactivate(callBy(admin), { id: camille.id });
      await grade(callBy(hugo), { number, level: 'low', reason: 'Un contournement existe.' });
      await reply(callBy(hugo), { number, body: 'L’import est réparé.', to: 'resolved' });
      await endSilence(systemCall('test', later(60 * 24 * 60)), { ticketId: ticket.id });
      expect(await templatesTo(tx, camille)).toEqual([]);
      expect(await templatesTo(tx, noor)).toContain('tickets.peerReplied');
    }),
  );
});
