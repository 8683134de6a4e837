import { eq, sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { database, type Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { onOwnDatabase } from '@/db/testing/own-database';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { ticketForUpdate } from '@/db/tickets/queries';
import { ticketEvents, tickets } from '@/db/tickets/schema';
import { announceDeadlines } from '../jobs/deadlines';
import { systemCall } from '../kernel/call';
import { recompute } from '../sla/recompute';
import { callBy as call } from '../testing/call';
import { grade } from './grade';
import { mark } from './mark';
import { move } from './move';
import { open } from './open';
import { show } from './show';

/** A Monday morning in office hours. */
const MONDAY = new Date('2026-11-16T09:00:00Z');
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  return { camille: actorOf(camille), theo: actorOf(theo) };
};
const form = { typeKey: 'problem', subject: 'Plus aucun paiement', description: 'Depuis ce matin, rien ne passe.' };
const URGENCY = { since: 'Ce matin, 9 h', stopped: 'Les adhésions en ligne', phone: '04 72 00 00 00' };
const GRAVEST = { blocked: 'fully', wayRound: 'none', reach: 'all', urgency: URGENCY } as const;

const clock = async (who: Awaited<ReturnType<typeof cast>>['theo'], number: number, kind: string, at = MONDAY) =>
  (await show(call(who, at), { number })).deadlines.find((deadline) => deadline.kind === kind);

describe('the criticality of a request', () => {
  it(
    'follows from three answers, and its deadlines with it',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille, MONDAY), { ...form, ...GRAVEST });
      const shown = await show(call(camille, MONDAY), { number });
      expect(shown.level?.key).toBe('critical');
      expect(shown.dueAt).toEqual(later(60));
      const told = await show(call(camille, later(30)), { number });
      expect(told.deadlines.find(({ kind }) => kind === 'taken')?.explanation).toMatchObject({
        lines: [{ kind: 'ran' }, { kind: 'left', due: later(60).getTime() }],
        bar: [
          { kind: 'ran', share: 0.5 },
          { kind: 'left', share: 0.5 },
        ],
      });
      expect(await clock(theo, number, 'taken')).toMatchObject({ state: 'running', due: later(60).getTime() });
      expect(await clock(theo, number, 'resolution')).toMatchObject({ state: 'waiting', awaits: 'reproducible' });
      await mark(call(theo, later(30)), { number, mark: 'reproducible', on: true });
      expect(await clock(theo, number, 'resolution', later(31))).toMatchObject({ due: later(30 + 48 * 60).getTime() });
    }),
  );

  it(
    'takes all three answers or none, and asks only where the type asks',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      await expect(open(call(camille), { ...form, blocked: 'fully' })).rejects.toMatchObject({
        fields: { wayRound: { key: 'errors.choice' }, reach: { key: 'errors.choice' } },
      });
      await expect(open(call(camille), { ...form, ...GRAVEST, reach: 'nobody' as 'all' })).rejects.toMatchObject({
        fields: { reach: { key: 'errors.choice' } },
      });
      const { number } = await open(call(camille), { ...form, ...GRAVEST, typeKey: 'question' });
      expect((await show(call(camille), { number })).level).toBeNull();
    }),
  );

  it(
    'is lowered by the desk alone, with a reason that the requester receives',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille, MONDAY), { ...form, ...GRAVEST });
      await expect(grade(call(camille), { number, level: 'low' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(grade(call(theo), { number, level: 'high' })).rejects.toMatchObject({
        fields: { reason: { key: 'errors.gradeReason' } },
      });
      await expect(grade(call(theo), { number, level: 'made-up' })).rejects.toMatchObject({
        fields: { level: { key: 'errors.choice' } },
      });
      expect(
        await grade(call(theo, later(5)), { number, level: 'high', reason: 'Les chèques passent.' }),
      ).toMatchObject({
        lowered: true,
      });
      const [mail] = await mailsTo(tx, camille.email);
      expect(mail).toMatchObject({ template: 'tickets.lowered', data: { reason: 'Les chèques passent.' } });
      const shown = await show(call(camille), { number });
      expect(shown.events.at(-1)).toMatchObject({
        kind: 'graded',
        data: { level: 'high', reason: 'Les chèques passent.' },
      });
      expect((await clock(theo, number, 'taken'))?.target).toMatchObject({ amount: 10, unit: 'day' });
      await grade(call(theo), { number, level: 'critical' });
      expect((await mailsTo(tx, camille.email)).filter(({ template }) => template === 'tickets.lowered')).toHaveLength(
        1,
      );
    }),
  );
});

describe('the marks of a report', () => {
  it(
    'are the desk’s, and stop the clocks while something is missing',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille, MONDAY), { ...form, ...GRAVEST });
      await expect(mark(call(camille), { number, mark: 'complete', on: false })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await mark(call(theo, later(15)), { number, mark: 'complete', on: false });
      expect(await clock(theo, number, 'taken', later(20))).toMatchObject({ state: 'paused', pausedFor: 'incomplete' });
      await mark(call(theo, later(45)), { number, mark: 'complete', on: true });
      expect(await clock(theo, number, 'taken', later(46))).toMatchObject({ due: later(90).getTime() });
    }),
  );
});

describe('what moves have to say', () => {
  it(
    'is asked for beside its field and told to the requester',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(call(camille), form);
      const go = (given: Omit<Parameters<typeof move>[1], 'number'>) => move(call(theo), { number, ...given });
      await expect(go({ from: 'submitted', to: 'waiting_partner', partner: '  ' })).rejects.toMatchObject({
        fields: { partner: { key: 'errors.required' } },
      });
      await go({ from: 'submitted', to: 'waiting_partner', partner: 'La banque', release: 'not meant' });
      expect(await show(call(camille), { number })).toMatchObject({ partner: 'La banque', plannedRelease: null });
      const [mail] = await mailsTo(tx, camille.email);
      expect(mail).toMatchObject({ template: 'tickets.moved', data: { partner: 'La banque' } });
      await expect(go({ from: 'waiting_partner', to: 'resolved_pending_release' })).rejects.toMatchObject({
        fields: { release: { key: 'errors.required' } },
      });
      await expect(go({ from: 'waiting_partner', to: 'closed' })).rejects.toMatchObject({
        fields: { reason: { key: 'errors.required' } },
      });
      await expect(go({ from: 'waiting_partner', to: 'closed', reason: 'duplicate' })).rejects.toMatchObject({
        fields: { duplicateOf: { key: 'errors.required' } },
      });
      await expect(
        go({ from: 'waiting_partner', to: 'closed', reason: 'duplicate', duplicateOf: number }),
      ).rejects.toMatchObject({ fields: { duplicateOf: { key: 'errors.ticketSame' } } });
      await expect(
        go({ from: 'waiting_partner', to: 'closed', reason: 'duplicate', duplicateOf: 999_999 }),
      ).rejects.toMatchObject({ fields: { duplicateOf: { key: 'errors.notFound.ticket' } } });
    }),
  );

  it(
    'names the request that goes on to those alone who may see it, and tells spam nothing',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const other = actorOf(await makeUser(tx, { name: 'Jonas Weber' }));
      const mine = await open(call(camille), form);
      const foreign = await open(call(other), form);
      const close = (number: number, given: { reason: 'duplicate' | 'spam'; duplicateOf?: number }) =>
        move(call(theo), { number, from: 'submitted', to: 'closed', ...given });
      await close(mine.number, { reason: 'duplicate', duplicateOf: foreign.number });
      expect((await show(call(theo), mine)).duplicateOf).toBe(foreign.number);
      const shown = await show(call(camille), mine);
      expect(shown.duplicateOf).toBeNull();
      expect(JSON.stringify(shown.events)).not.toContain(String(foreign.number));
      await close(foreign.number, { reason: 'spam' });
      expect((await mailsTo(tx, other.email)).map(({ template }) => template)).toEqual(['tickets.received']);
    }),
  );
});

describe('warnings and breaches', () => {
  it(
    'are told once each, by however many workers, to who handles the request or to the whole desk',
    onOwnDatabase(async () => {
      const { ticketId, theo } = await database().transaction(async (tx) => {
        const people = await cast(tx);
        const garden = await makeOrganisation(tx, 'Les Amis du Jardin');
        const ticket = await makeTicket(tx, {
          requesterId: people.camille.id,
          organisationId: garden,
          createdAt: MONDAY,
        });
        const graded = { at: MONDAY.getTime(), actorId: people.camille.id, kind: 'graded' as const };
        await addFacts(tx, ticket, [{ ...graded, data: { level: 'critical' } }]);
        return { ticketId: ticket.id, theo: people.theo };
      });
      const facts = async () =>
        (await database().select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticketId)))
          .filter((event) => event.kind === 'deadline')
          .map((event) => (event.data as { stage: string }).stage);
      const told = async (template: string) =>
        (await database().transaction((tx) => mailsTo(tx, theo.email))).filter((mail) => mail.template === template);

      await announceDeadlines(later(44));
      expect(await facts()).toEqual([]);
      await Promise.all([later(46), later(46), later(46)].map(announceDeadlines));
      expect(await facts()).toEqual(['warned']);
      expect(await told('tickets.deadlineNear')).toHaveLength(1);
      await Promise.all([later(61), later(61)].map(announceDeadlines));
      await announceDeadlines(later(300));
      expect(await facts()).toEqual(['warned', 'breached']);
      expect(await told('tickets.deadlineMissed')).toHaveLength(1);
      expect((await show(call(theo, later(62)), { number: await numberOf(ticketId) })).lastActivityAt).toEqual(MONDAY);
    }),
  );

  it(
    'are told to the people of its team alone while nobody handles a request of one',
    onOwnDatabase(async () => {
      const { theo, other } = await database().transaction(async (tx) => {
        const people = await cast(tx);
        const stranger = await makeUser(tx, { name: 'Yanis Morel', role: 'agent' });
        const ticket = await makeTicket(tx, { requesterId: people.camille.id, createdAt: MONDAY });
        const teamId = await makeTeam(tx, { name: { fr: 'Paiements', en: 'Payments' }, members: [people.theo.id] });
        const fact = { at: MONDAY.getTime(), actorId: null };
        await addFacts(tx, ticket, [
          { ...fact, kind: 'graded', data: { level: 'critical' } },
          { ...fact, kind: 'routed', data: { teamId } },
        ]);
        return { theo: people.theo, other: stranger };
      });
      await announceDeadlines(later(46));
      const told = async (email: string) =>
        (await database().transaction((tx) => mailsTo(tx, email))).map(({ template }) => template);
      expect([await told(theo.email), await told(other.email)]).toEqual([['tickets.deadlineNear'], []]);
    }),
  );

  it(
    'are not told after the fact: what was answered while the worker was away is no breach to tell',
    onOwnDatabase(async () => {
      await database().transaction(async (tx) => {
        const { camille, theo } = await cast(tx);
        const ticket = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt: MONDAY });
        await addFacts(tx, ticket, [
          { at: MONDAY.getTime(), actorId: camille.id, kind: 'graded', data: { level: 'critical' } },
          { at: later(20).getTime(), actorId: theo.id, kind: 'replied', data: { messageId: 'm', side: 'agent' } },
          {
            at: later(21).getTime(),
            actorId: theo.id,
            kind: 'moved',
            data: { from: 'submitted', to: 'resolved', by: 'agent' },
          },
        ]);
      });
      expect(await announceDeadlines(later(60 * 24 * 14))).toBe(0);
    }),
  );
});

const numberOf = async (id: string): Promise<number> => {
  const [row] = await database().select({ number: tickets.number }).from(tickets).where(eq(tickets.id, id));
  return row?.number ?? 0;
};

it(
  'reckons requests at work anew when the rules change, and leaves the others as they were',
  rolledBack(async (tx) => {
    const { camille, theo } = await cast(tx);
    const { number } = await open(call(camille, MONDAY), { ...form, ...GRAVEST });
    await tx.update(tickets).set({ dueAt: null }).where(eq(tickets.number, number));
    await expect(recompute(call(theo), { after: null })).rejects.toMatchObject({ code: 'forbidden' });
    const { count, more } = await recompute(systemCall('worker', MONDAY), {});
    expect([count > 0, more]).toEqual([true, false]);
    expect((await show(call(theo, MONDAY), { number })).dueAt).toEqual(later(60));
  }),
);

describe('reckoning many requests anew', () => {
  it(
    'holds them in the order in which people do, so that neither waits for the other in vain',
    onOwnDatabase(async () => {
      const [first, second] = await database().transaction(async (tx) => {
        const { id: requesterId } = await makeUser(tx);
        // Their ids are in the other order than their numbers.
        const one = await makeTicket(tx, { id: 'f0000000-0000-4000-8000-000000000001', requesterId });
        return [one, await makeTicket(tx, { id: '00000000-0000-4000-8000-000000000001', requesterId })] as const;
      });
      let reckoning: Promise<unknown> = Promise.resolve();
      await database().transaction(async (tx) => {
        await ticketForUpdate(tx, first.id);
        reckoning = recompute(systemCall('worker', MONDAY), {});
        await vi.waitFor(
          async () => {
            const blocked = sql`select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`;
            expect((await tx.execute(blocked)).length).toBeGreaterThan(0);
          },
          { timeout: 60_000 },
        );
        await ticketForUpdate(tx, second.id);
      });
      await expect(reckoning).resolves.toMatchObject({ count: 2 });
    }),
  );

  it(
    'goes by one that cannot be reckoned',
    rolledBack(async (tx) => {
      const { id: requesterId } = await makeUser(tx);
      const broken = await makeTicket(tx, { id: '00000000-0000-4000-8000-000000000001', requesterId });
      const { id } = await makeTicket(tx, { id: '00000000-0000-4000-8000-000000000002', requesterId });
      await tx.delete(ticketEvents).where(eq(ticketEvents.ticketId, broken.id));
      await tx.update(tickets).set({ complete: false }).where(eq(tickets.id, id));
      await recompute(systemCall('worker', MONDAY), {});
      const [row] = await tx.select().from(tickets).where(eq(tickets.id, id));
      expect(row?.complete).toBe(true);
    }),
  );
});
