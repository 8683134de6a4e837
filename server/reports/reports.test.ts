import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import { paris } from '@/domain/sla/fixtures/paris';
import type { TicketEvent } from '@/domain/tickets/history';
import { createCaller } from '../root';
import { callBy } from '../testing/call';

/** A Friday at noon in Paris, where the shipped calendar is open. */
const NOW = new Date(paris('2026-11-20 12:00'));
const PERIOD = { period: 'own', from: '2026-11-02', until: '2026-11-20', unit: 'week' };
const HOUR = 3_600_000;
const hours = (...amounts: (number | null)[]) =>
  amounts.map((amount) => (amount === null ? null : Math.round(amount * HOUR)));

const reportsOf = (actor: Actor, now = NOW) => createCaller(callBy(actor, now)).reports;

/**
 * Eight requests of a team and one of another, whose figures were counted by hand: opening hours are 9:00–12:30 and
 * 14:00–18:00, Fridays to 17:00, and the 11th is a holiday.
 */
const set = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const jo = await makeUser(tx, { name: 'Jo Sans-Pôle', role: 'agent' });
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const team = await makeTeam(tx, { name: { fr: 'Rapports' }, members: [theo.id] });
  const other = await makeTeam(tx, { name: { fr: 'Ailleurs' } });
  const opened = async (at: string, facts: readonly TicketEvent[], teamId = team) => {
    const since = paris(at);
    const ticket = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt: new Date(since) });
    const routed: TicketEvent = { at: since, actorId: null, kind: 'routed', data: { teamId } };
    await addFacts(tx, ticket, [routed, ...facts]);
    return ticket;
  };
  const by = (actorId: string, at: string) => ({ at: paris(at), actorId });
  const graded = (at: string, level: string): TicketEvent => ({ ...by(theo.id, at), kind: 'graded', data: { level } });
  const given = (at: string): TicketEvent => ({ ...by(theo.id, at), kind: 'assigned', data: { assigneeId: theo.id } });
  const answered = (at: string): TicketEvent => ({
    ...by(theo.id, at),
    kind: 'replied',
    data: { messageId: team, side: 'agent' },
  });
  const moved = (
    at: string,
    data: Extract<TicketEvent, { kind: 'moved' }>['data'],
    who: 'agent' | 'requester' = 'agent',
  ): TicketEvent => ({
    ...by(who === 'agent' ? theo.id : camille.id, at),
    kind: 'moved',
    data: { ...data, by: who },
  });
  const rated = (at: string, rating: 'satisfied' | 'mixed' | 'dissatisfied'): TicketEvent => ({
    ...by(camille.id, at),
    kind: 'rated',
    data: { rating, comment: null },
  });

  // 1. Answered after half an hour, resolved after 25 hours: 8.5 of them open.
  await opened('2026-11-02 09:00', [
    graded('2026-11-02 09:00', 'critical'),
    given('2026-11-02 09:20'),
    answered('2026-11-02 09:30'),
    moved('2026-11-03 10:00', { from: 'submitted', to: 'resolved' }),
    rated('2026-11-04 10:00', 'satisfied'),
  ]);
  // 2. Answered after 41 hours, 2 of them open; resolved too late, and back since Friday.
  await opened('2026-11-10 17:00', [
    graded('2026-11-10 17:00', 'critical'),
    given('2026-11-12 10:00'),
    answered('2026-11-12 10:00'),
    moved('2026-11-12 18:00', { from: 'submitted', to: 'resolved' }),
    rated('2026-11-13 09:00', 'dissatisfied'),
    { ...by(camille.id, '2026-11-13 10:00'), kind: 'replied', data: { messageId: team, side: 'requester' } },
    moved('2026-11-13 10:00', { from: 'resolved', to: 'in_review' }, 'requester'),
  ]);
  // 3. Nobody has touched it.
  await opened('2026-11-16 09:00', []);
  // 4. Answered after a weekend: 65.5 hours, 1.5 of them open. Its resolution was taken back at once: the sixth fact.
  await opened('2026-11-06 16:00', [
    graded('2026-11-06 16:00', 'low'),
    given('2026-11-09 09:30'),
    answered('2026-11-09 09:30'),
    moved('2026-11-09 09:30', { from: 'submitted', to: 'resolved' }),
    { ...by(theo.id, '2026-11-09 09:31'), kind: 'undone', data: { facts: [5] } },
  ]);
  // 5. Spam is no work.
  await opened('2026-11-03 10:00', [moved('2026-11-03 10:05', { from: 'submitted', to: 'closed', reason: 'spam' })]);
  // 6. Opened before the period, in summer time; resolved by who asked after 361 hours, 80.5 of them open. Rated twice.
  await opened('2026-10-20 10:00', [
    moved('2026-11-04 10:00', { from: 'submitted', to: 'resolved' }, 'requester'),
    rated('2026-11-05 09:00', 'mixed'),
    rated('2026-11-05 09:05', 'satisfied'),
  ]);
  // 7. Of another team.
  await opened('2026-11-03 10:00', [answered('2026-11-03 10:10')], other);
  // 8. Closed as a duplicate: gone from the desk, but no resolution to measure.
  await opened('2026-11-04 09:00', [
    moved('2026-11-04 09:10', { from: 'submitted', to: 'closed', reason: 'duplicate' }),
  ]);
  return {
    team,
    other,
    theo: actorOf(theo),
    jo: actorOf(jo),
    maud: actorOf(maud),
    camille: actorOf(camille),
  };
};

describe('the pace of reports', () => {
  it(
    'is each agent’s own, for each report, and starts again after a minute; what the filter offers has none',
    rolledBack(async (tx) => {
      const [theo, maud] = [await makeUser(tx, { role: 'agent' }), await makeUser(tx, { role: 'admin' })];
      const [one, other] = [actorOf(theo), actorOf(maud)];
      for (let turn = 0; turn < 30; turn += 1) await reportsOf(one).ratings({});
      await expect(reportsOf(one).ratings({})).rejects.toMatchObject({
        cause: { code: 'too-many', messageKey: 'errors.tooMany', data: { minutes: 1 } },
      });
      await reportsOf(one).choices({});
      await reportsOf(one).backlog({});
      await reportsOf(other).ratings({});
      await reportsOf(one, new Date(NOW.getTime() + 61_000)).ratings({});
    }),
  );
});

describe('reports of a set counted by hand', () => {
  it(
    'volume: what came, went and came back, week by week; what was taken back never happened',
    rolledBack(async (tx) => {
      const { maud, team } = await set(tx);
      const { parts, total } = await reportsOf(maud).volume({ address: { ...PERIOD, team } });
      expect(parts).toEqual([
        { part: '2026-11-02', opened: 3, resolved: 3, reopened: 0 },
        { part: '2026-11-09', opened: 1, resolved: 1, reopened: 1 },
        { part: '2026-11-16', opened: 1, resolved: 0, reopened: 0 },
      ]);
      expect(total).toEqual({ opened: 5, resolved: 4, reopened: 1 });
    }),
  );

  it(
    'volume by day and by month, in the days of Paris',
    rolledBack(async (tx) => {
      const { maud, team, camille } = await set(tx);
      // A quarter past midnight in Paris is still Monday in UTC.
      const createdAt = new Date(paris('2026-11-17 00:15'));
      const late = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt });
      await addFacts(tx, late, [{ at: createdAt.getTime(), actorId: null, kind: 'routed', data: { teamId: team } }]);
      const address = { ...PERIOD, team, from: '2026-11-16', until: '2026-11-17' };
      expect((await reportsOf(maud).volume({ address: { ...address, unit: 'day' } })).parts).toMatchObject([
        { part: '2026-11-16', opened: 1 },
        { part: '2026-11-17', opened: 1 },
      ]);
      expect((await reportsOf(maud).volume({ address: { ...address, unit: 'month' } })).parts).toMatchObject([
        { part: '2026-11-01', opened: 2 },
      ]);
    }),
  );

  it(
    'first answers: median and ninth decile, in opening hours and by the clock on the wall',
    rolledBack(async (tx) => {
      const { maud, team } = await set(tx);
      const { all, levels, parts } = await reportsOf(maud).answer({ address: { ...PERIOD, team } });
      expect(all.count).toBe(3);
      expect([all.open.median, all.open.p90, all.wall.median, all.wall.p90].map((ms) => Math.round(ms ?? -1))).toEqual(
        hours(1.5, 1.9, 41, 60.6),
      );
      expect(levels.map(({ level, count, open, counts }) => [level, count, open.median, counts])).toEqual([
        ['critical', 2, 1.25 * HOUR, 'open'],
        ['low', 1, 1.5 * HOUR, null],
      ]);
      expect(parts.map(({ part, count }) => [part, count])).toEqual([
        ['2026-11-02', 1],
        ['2026-11-09', 2],
        ['2026-11-16', 0],
      ]);
    }),
  );

  it(
    'resolutions: those that stand, neither duplicates nor what was opened again',
    rolledBack(async (tx) => {
      const { maud, team } = await set(tx);
      const { all, levels } = await reportsOf(maud).resolution({ address: { ...PERIOD, team } });
      expect(all.count).toBe(2);
      expect([all.open.median, all.open.p90, all.wall.median, all.wall.p90].map((ms) => Math.round(ms ?? -1))).toEqual(
        hours(44.5, 73.3, 193, 327.4),
      );
      expect(levels.map(({ level, wall, counts }) => [level, wall.median, counts])).toEqual([
        ['critical', 25 * HOUR, 'wall'],
        [null, 361 * HOUR, null],
      ]);
    }),
  );

  it(
    'deadlines kept, missed and late now, by level and promise',
    rolledBack(async (tx) => {
      const { maud, team } = await set(tx);
      const { all, rows } = await reportsOf(maud).deadlines({ address: { ...PERIOD, team } });
      expect(rows.map(({ level, clock, kept, missed, late }) => [level, clock, kept, missed, late])).toEqual([
        ['critical', 'taken', 1, 1, 0],
        ['critical', 'answer', 0, 0, 1],
        ['critical', 'resolution', 1, 0, 1],
        [null, 'resolution', 1, 0, 0],
      ]);
      expect(all).toEqual({ kept: 3, missed: 1, late: 2 });
    }),
  );

  it(
    'backlog by age and status, ratings by their last word, load of the team and of its people',
    rolledBack(async (tx) => {
      const { maud, team, theo } = await set(tx);
      const address = { ...PERIOD, team };
      const backlog = await reportsOf(maud).backlog({ address });
      expect(backlog).toEqual({
        rows: [
          { status: 'submitted', ages: [0, 0, 1, 1, 0, 0], total: 2 },
          { status: 'in_review', ages: [0, 0, 0, 1, 0, 0], total: 1 },
        ],
        ages: [0, 0, 1, 2, 0, 0],
        total: 3,
      });
      expect((await reportsOf(maud).ratings({ address })).rows.map(({ count }) => count)).toEqual([2, 0, 1]);
      expect(await reportsOf(maud).teams({ address })).toEqual([
        { teamId: team, name: { fr: 'Rapports' }, open: 3, unassigned: 1, late: 1, opened: 5, resolved: 4 },
      ]);
      expect(await reportsOf(maud).agents({ address })).toEqual([
        { userId: theo.id, name: 'Théo Lambert', open: 2, late: 1, answers: 3, resolved: 3 },
      ]);
    }),
  );

  it(
    'of all requests together: spam is left out, and what was taken back',
    rolledBack(async (tx) => {
      const camille = await makeUser(tx, { name: 'Camille Roux' });
      const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
      const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
      const team = await makeTeam(tx, { name: { fr: 'Rapports' }, members: [theo.id] });
      const by = (at: string) => ({ at: paris(at), actorId: theo.id });
      const answer = (at: string): TicketEvent => ({
        ...by(at),
        kind: 'replied',
        data: { messageId: team, side: 'agent' },
      });
      // Long before the time of any other test.
      const open = async (at: string, ...facts: TicketEvent[]) => {
        const ticket = await makeTicket(tx, { requesterId: camille.id, createdAt: new Date(paris(at)) });
        await addFacts(tx, ticket, [{ ...by(at), kind: 'routed', data: { teamId: team } }, ...facts]);
      };
      await open('2012-11-05 10:00', answer('2012-11-05 10:30'), {
        ...by('2012-11-06 10:00'),
        kind: 'moved',
        data: { from: 'submitted', to: 'resolved', by: 'agent' },
      });
      await open('2012-11-05 10:00', answer('2012-11-05 10:40'), {
        ...by('2012-11-06 10:00'),
        kind: 'moved',
        data: { from: 'submitted', to: 'closed', reason: 'spam', by: 'agent' },
      });
      await open('2012-11-05 10:00', answer('2012-11-05 10:50'), {
        ...by('2012-11-05 10:51'),
        kind: 'undone',
        data: { facts: [2] },
      });
      const address = { period: 'own', from: '2012-11-05', until: '2012-11-11', unit: 'week' };
      const reports = reportsOf(actorOf(maud));
      expect((await reports.volume({ address })).parts).toEqual([
        { part: '2012-11-05', opened: 2, resolved: 1, reopened: 0 },
      ]);
      const mine = (await reports.agents({ address })).find(({ userId }) => userId === theo.id);
      expect(mine).toMatchObject({ answers: 1, resolved: 1 });
      const ours = (await reports.teams({ address })).find(({ teamId }) => teamId === team);
      expect(ours).toMatchObject({ open: 1, opened: 2, resolved: 1 });
    }),
  );

  it(
    'of a type alone',
    rolledBack(async (tx) => {
      const { maud, team } = await set(tx);
      const of = (type: string) => reportsOf(maud).volume({ address: { ...PERIOD, team, type } });
      expect((await of('question')).total.opened).toBe(5);
      expect((await of('problem')).total).toEqual({ opened: 0, resolved: 0, reopened: 0 });
    }),
  );
});

describe('who sees reports', () => {
  it(
    'an agent sees the requests of their teams, and no others',
    rolledBack(async (tx) => {
      const { theo, jo, team, other, maud } = await set(tx);
      expect((await reportsOf(theo).volume({ address: PERIOD })).total).toEqual({
        opened: 5,
        resolved: 4,
        reopened: 1,
      });
      expect((await reportsOf(maud).volume({ address: { ...PERIOD, team: other } })).total.opened).toBe(1);
      expect((await reportsOf(jo).volume({ address: PERIOD })).total.opened).toBe(0);
      expect((await reportsOf(jo).agents({ address: PERIOD })).length).toBe(0);
      expect((await reportsOf(theo).choices({ address: {} })).teams.map(({ id }) => id)).toEqual([team]);
      for (const asked of [other, 'none']) {
        await expect(reportsOf(theo).volume({ address: { ...PERIOD, team: asked } })).rejects.toMatchObject({
          cause: { code: 'not-found' },
        });
      }
    }),
  );

  it(
    'nobody else',
    rolledBack(async (tx) => {
      const { camille } = await set(tx);
      const ines = actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' }));
      const actors: Actor[] = [camille, ines, { kind: 'visitor' }, { kind: 'system', name: 'jobs' }];
      for (const actor of actors) {
        const reports = reportsOf(actor);
        for (const verb of [
          reports.choices,
          reports.volume,
          reports.answer,
          reports.resolution,
          reports.deadlines,
          reports.backlog,
          reports.ratings,
          reports.teams,
          reports.agents,
        ]) {
          await expect(verb({ address: PERIOD })).rejects.toMatchObject({ cause: { code: 'forbidden' } });
        }
      }
    }),
  );
});
