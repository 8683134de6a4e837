import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { accountForUpdate, updateAccount } from '@/db/people/accounts';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { writeTeamMembers } from '@/db/teams/queries';
import { backendOf, blockedBy, gate } from '@/db/testing/races';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { tickets } from '@/db/tickets/schema';
import { HAND_BACK_JOB } from '@/domain/tickets/leaving';
import { handBackOfTheGone } from '../jobs/leaving';
import { systemCall } from '../kernel/call';
import { renderMail } from '../mail/render';
import { createCaller } from '../root';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { chooseCall } from './choose-call';
import { handBack } from './hand-back';
import { move } from './move';
import { proposeCall } from './propose-call';
import { queue } from './queue';
import { show } from './show';
import { showCall } from './show-call';
import { snooze } from './snooze';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const CALL = Date.parse('2026-11-24T11:00:00Z');

const cast = async (tx: Tx) => {
  const agent = async (name: string) => actorOf(await makeUser(tx, { name, role: 'agent', timeZone: 'Europe/Paris' }));
  const [theo, yanis] = [await agent('Théo Lambert'), await agent('Yanis Morel')];
  const maud = actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' }));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux', timeZone: 'UTC' }));
  const [byHand, inTurn] = [
    await makeTeam(tx, { name: { fr: `Dons ${randomUUID()}` }, members: [theo.id, yanis.id] }),
    await makeTeam(tx, { name: { fr: `Adhésions ${randomUUID()}` }, roundRobin: true, members: [theo.id, yanis.id] }),
  ];
  const request = async (teamId: string | null, who = theo) => {
    const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: NOW });
    await assign(callBy(yanis, NOW), { number, ...(teamId ? { teamId } : {}), assigneeId: who.id });
    return number;
  };
  return { theo, yanis, maud, camille, byHand, inTurn, request };
};

const leave = (tx: Tx, userId: string) => updateAccount(tx, userId, { deactivatedAt: NOW });
const seen = (actor: Parameters<typeof callBy>[0], number: number) => show(callBy(actor, later(10)), { number });
const jobsFor = async (tx: Tx, userId: string) =>
  tx.execute<{ payload: unknown }>(
    sql`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = ${HAND_BACK_JOB} and j.payload ->> 'userId' = ${userId}`,
  );

describe('a colleague who leaves the desk', () => {
  it(
    'hands what is not closed back to its team: to nobody, or to whoever is next in turn, who is told',
    rolledBack(async (tx) => {
      const { theo, yanis, byHand, inTurn, request } = await cast(tx);
      const [first, second, lone, resolved, closed, others] = [
        await request(byHand),
        await request(inTurn),
        await request(null),
        await request(inTurn),
        await request(byHand),
        await request(byHand, yanis),
      ];
      await move(callBy(theo, NOW), { number: resolved, from: 'submitted', to: 'resolved' });
      await move(callBy(theo, NOW), { number: closed, from: 'submitted', to: 'closed', reason: 'solved' });
      await leave(tx, theo.id);
      const call = systemCall('worker', later(1));
      expect(await handBack(call, { userId: theo.id })).toEqual({ count: 4, calls: 0, more: false });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.handBack', targetId: theo.id }]);

      const has = async (number: number) => (await seen(yanis, number)).assignee?.name ?? null;
      expect([await has(first), await has(second), await has(lone), await has(resolved)]).toEqual([
        null,
        'Yanis Morel',
        null,
        null,
      ]);
      expect([await has(closed), await has(others)]).toEqual(['Théo Lambert', 'Yanis Morel']);
      const { events, names, lastActivityAt, team } = await seen(yanis, first);
      expect(events.at(-1)).toMatchObject({
        kind: 'assigned',
        actorName: null,
        data: { assigneeId: null, left: { personId: theo.id, place: 'desk' } },
      });
      expect([names[theo.id], team?.id, lastActivityAt]).toEqual(['Théo Lambert', byHand, NOW]);
      const given = (await mailsTo(tx, yanis.email)).filter(({ createdAt }) => createdAt > NOW);
      expect(given.map(({ template, data }) => [template, data])).toMatchObject([
        ['tickets.given', { author: null, requests: [{ number: second }] }],
      ]);
      const mine = await queue(callBy(yanis, later(10)), { address: { assignee: theo.id } });
      expect(mine.tickets).toEqual([]);
      const free = await queue(callBy(yanis, later(10)), { address: { assignee: 'none', team: byHand } });
      expect(free.tickets.map(({ number }) => number)).toEqual([first]);
      // Once is enough, and nothing is done to who is back.
      expect(await handBack(systemCall('worker', later(2)), { userId: theo.id })).toMatchObject({ count: 0 });
      expect((await seen(yanis, first)).events.filter(({ kind }) => kind === 'assigned')).toHaveLength(2);
    }),
  );

  it(
    'keeps what they have where they are back in the meantime',
    rolledBack(async (tx) => {
      const { theo, yanis, byHand, request } = await cast(tx);
      const number = await request(byHand);
      expect(await handBack(systemCall('worker', later(1)), { userId: theo.id })).toMatchObject({ count: 0 });
      const inTeam = { userId: theo.id, teamId: byHand };
      expect(await handBack(systemCall('worker', later(1)), inTeam)).toMatchObject({ count: 0 });
      expect((await seen(yanis, number)).assignee?.id).toBe(theo.id);
    }),
  );

  it(
    'does thousands by parts: each job ends with the next, and a request left behind is found again within the hour',
    rolledBack(async (tx) => {
      const { theo, byHand, camille } = await cast(tx);
      for (let one = 0; one < 101; one += 1) await makeTicket(tx, { requesterId: camille.id, createdAt: NOW });
      const all = await tx.select().from(tickets).where(eq(tickets.requesterId, camille.id));
      for (const { number } of all) await assign(callBy(theo, NOW), { number, teamId: byHand, assigneeId: theo.id });
      await leave(tx, theo.id);
      const first = await handBack(systemCall('worker', later(1)), { userId: theo.id });
      expect(first).toMatchObject({ count: 100, more: true });
      const [next] = await jobsFor(tx, theo.id);
      expect(next?.payload).toMatchObject({ userId: theo.id, teamId: null });
      await handBackOfTheGone(later(2));
      const rest = await tx.select().from(tickets).where(eq(tickets.assigneeId, theo.id));
      expect(rest).toEqual([]);
    }),
  );

  it(
    'wakes what slept where nobody has it now, and lets it sleep for whoever was given it',
    rolledBack(async (tx) => {
      const { theo, yanis, byHand, inTurn, request } = await cast(tx);
      const [alone, given] = [await request(byHand), await request(inTurn)];
      for (const number of [alone, given]) {
        await snooze(callBy(theo, NOW), { number, until: '2026-11-27T09:00' });
      }
      await leave(tx, theo.id);
      await handBack(systemCall('worker', later(1)), { userId: theo.id });
      expect((await seen(yanis, alone)).snoozedUntil).toBeNull();
      expect((await seen(yanis, given)).snoozedUntil).not.toBeNull();
    }),
  );

  it(
    'leaves calls as they were agreed on: whoever has the request makes them, or its team is told and the first to take it does',
    rolledBack(async (tx) => {
      const { theo, yanis, camille, byHand, inTurn, request } = await cast(tx);
      const [alone, given, others] = [await request(byHand), await request(inTurn), await request(byHand, yanis)];
      const slots = ['2026-11-24T11:00', '2026-11-25T11:00'];
      for (const number of [alone, given, others]) {
        const { callId } = await proposeCall(callBy(theo, NOW), { number, slots, minutes: 30 });
        if (number !== alone) {
          await chooseCall(callBy(camille, NOW), { number, callId, slot: CALL, phone: '06 12 34 56 78' });
        }
      }
      await leave(tx, theo.id);
      expect(await handBack(systemCall('worker', later(1)), { userId: theo.id })).toMatchObject({ calls: 1 });
      const callerOf = async (number: number) => (await showCall(callBy(yanis, later(2)), { number })).call?.agent;
      expect([await callerOf(given), await callerOf(others)]).toEqual(['Yanis Morel', 'Yanis Morel']);
      const mails = (await mailsTo(tx, yanis.email)).filter(({ template }) => template === 'tickets.callLeft');
      expect(mails.map(({ threadKey }) => threadKey).sort()).toEqual(
        [alone, given, others].map((number) => `ticket:${number}`).sort(),
      );
      const words = (number: number) => {
        const mail = mails.find(({ threadKey }) => threadKey === `ticket:${number}`);
        return mail ? renderMail('tickets.callLeft', 'fr', mail.data, 'Yanis').text : '';
      };
      expect(words(given)).toContain('Théo Lambert a quitté l’équipe. Son appel avec Camille Roux, au 06 12 34 56 78');
      expect(words(given)).toContain('C’est désormais à vous d’appeler.');
      expect(words(alone)).toContain('après avoir proposé un appel à Camille Roux');

      // A slot may still be chosen: the team hears of it, and who takes the request makes the call.
      const { call } = await showCall(callBy(camille, later(3)), { number: alone });
      const choice = { number: alone, callId: call?.id ?? '', slot: CALL, phone: '06 12 34 56 78' };
      await chooseCall(callBy(camille, later(3)), choice);
      const [newest] = await mailsTo(tx, yanis.email);
      expect(newest).toMatchObject({ template: 'tickets.callChosen', threadKey: `ticket:${alone}` });
      await assign(callBy(yanis, later(4)), { number: alone, assigneeId: yanis.id });
      expect(await callerOf(alone)).toBe('Yanis Morel');
      expect((await mailsTo(tx, theo.email)).filter(({ createdAt }) => createdAt > NOW)).toEqual([]);
    }),
  );
});

describe('a colleague who leaves a team', () => {
  it(
    'hands back what that team has, and keeps the rest',
    rolledBack(async (tx) => {
      const { theo, yanis, byHand, inTurn, request } = await cast(tx);
      const [left, kept] = [await request(byHand), await request(inTurn)];
      await writeTeamMembers(tx, byHand, [{ userId: yanis.id, takesTurns: true }]);
      expect(await handBack(systemCall('worker', later(1)), { userId: theo.id, teamId: byHand })).toMatchObject({
        count: 1,
      });
      expect((await seen(yanis, left)).assignee).toBeNull();
      expect((await seen(yanis, left)).events.at(-1)?.data).toMatchObject({ left: { place: 'team' } });
      expect((await seen(yanis, kept)).assignee?.id).toBe(theo.id);
    }),
  );

  it(
    'leaves the calls of its requests to whoever has them or takes them, is told of once, and keeps those of other teams',
    rolledBack(async (tx) => {
      const { theo, yanis, byHand, inTurn, request } = await cast(tx);
      const [alone, others, kept] = [await request(byHand), await request(byHand, yanis), await request(inTurn)];
      const never = await request(byHand);
      await assign(callBy(yanis, NOW), { number: never, assigneeId: null });
      const slots = ['2026-11-24T11:00', '2026-11-25T11:00'];
      for (const number of [alone, others, kept, never]) {
        await proposeCall(callBy(theo, NOW), { number, slots, minutes: 30 });
      }
      await writeTeamMembers(tx, byHand, [{ userId: yanis.id, takesTurns: true }]);
      const asked = { userId: theo.id, teamId: byHand };
      expect(await handBack(systemCall('worker', later(1)), asked)).toMatchObject({ count: 1, calls: 2 });
      expect(await handBack(systemCall('worker', later(2)), asked)).toMatchObject({ count: 0, calls: 0 });
      const told = (await mailsTo(tx, yanis.email)).filter(({ template }) => template === 'tickets.callLeft');
      expect(told.map(({ threadKey }) => threadKey).sort()).toEqual(
        [alone, others, never].map((number) => `ticket:${number}`).sort(),
      );
      const callerOf = async (number: number) => (await showCall(callBy(yanis, later(3)), { number })).call?.agent;
      expect([await callerOf(others), await callerOf(kept)]).toEqual(['Yanis Morel', 'Théo Lambert']);
      await assign(callBy(yanis, later(4)), { number: alone, assigneeId: yanis.id });
      expect(await callerOf(alone)).toBe('Yanis Morel');
    }),
  );
});

describe('what starts it', () => {
  it(
    'closing an account, taking the role, taking out of a team; not another role at the desk, nor a customer’s account',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille, byHand, request } = await cast(tx);
      await request(byHand);
      const as = createCaller(callBy(maud, NOW));
      const { people } = await as.people.list({ text: theo.email });
      expect(people).toMatchObject([{ open: 1 }]);
      const team = (await as.teams.list({})).teams.find(({ id }) => id === byHand);
      expect(team?.members.map(({ name, open }) => [name, open])).toEqual([
        ['Théo Lambert', 1],
        ['Yanis Morel', 0],
      ]);
      await as.people.changeRole({ id: theo.id, role: 'admin' });
      await as.people.deactivate({ id: camille.id });
      expect([await jobsFor(tx, theo.id), await jobsFor(tx, camille.id)].flat()).toEqual([]);
      const facts = { nameFr: `Dons ${randomUUID()}`, nameEn: '', level: '1', roundRobin: false } as const;
      await as.teams.edit({ id: byHand, ...facts, members: [{ userId: theo.id, takesTurns: true }] });
      expect((await jobsFor(tx, yanis.id)).map(({ payload }) => payload)).toEqual([
        { userId: yanis.id, teamId: byHand },
      ]);
      await as.people.changeRole({ id: theo.id, role: 'editor' });
      await as.people.deactivate({ id: theo.id });
      expect((await jobsFor(tx, theo.id)).map(({ payload }) => payload)).toEqual([{ userId: theo.id, teamId: null }]);
    }),
  );

  it(
    'is Guichet’s own: nobody hands back for others',
    rolledBack(async (tx) => {
      const { theo, maud, camille } = await cast(tx);
      for (const actor of [theo, maud, camille, { kind: 'visitor' } as const]) {
        await expect(handBack(callBy(actor), { userId: theo.id })).rejects.toMatchObject({ code: 'forbidden' });
      }
    }),
  );

  it('never gives a request to who is leaving at that very moment', async () => {
    const { theo, yanis, number } = await database().transaction(async (tx) => {
      const agents = [
        await makeUser(tx, { name: 'Agathe Sorel', role: 'agent' }),
        await makeUser(tx, { name: 'Basile Orsini', role: 'agent' }),
      ];
      const [one, other] = agents.map((user) => actorOf(user));
      if (!one || !other) throw new Error('somebody is missing');
      const camille = await makeUser(tx, { name: 'Camille Roux' });
      return { theo: one, yanis: other, number: (await makeTicket(tx, { requesterId: camille.id })).number };
    });
    const [left, settled] = [gate(), gate()];
    let leaver = 0;
    const leaving = database().transaction(async (tx) => {
      leaver = await backendOf(tx);
      await accountForUpdate(tx, theo.id);
      await leave(tx, theo.id);
      left.open();
      await settled.opened;
    });
    await left.opened;
    const given = assign(callBy(yanis), { number, assigneeId: theo.id });
    const refused = expect(given).rejects.toMatchObject({ fields: { assigneeId: { key: 'errors.choice' } } });
    await blockedBy(leaver);
    settled.open();
    await leaving;
    await refused;
  });
});
