import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { housePolicy, insertCalendar, insertPolicy, writeTargets } from '@/db/sla/queries';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { paris } from '@/domain/sla/fixtures/paris';
import type { TicketEvent } from '@/domain/tickets/history';
import { HOUR, hours, PERIOD, reportsOf, set } from './testing';

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
        [null, 361 * HOUR, 'wall'],
      ]);
    }),
  );

  it(
    'each request by the hours of its own policy, and by what that promises',
    rolledBack(async (tx) => {
      const { maud, team, theo, camille } = await set(tx);
      // Consulting goes by a policy of its own: Mondays to Thursdays 10:00–12:00, no holidays, answers in elapsed hours.
      const own = (await housePolicy(tx))?.calendar;
      if (!own) throw new Error('an installation without a calendar');
      const mornings = [{ from: '10:00', to: '12:00' }];
      const week = [mornings, mornings, mornings, mornings, [], [], []];
      await insertCalendar(tx, { ...own, key: 'mornings', country: null, region: null, week });
      await insertPolicy(tx, { key: 'consulting', name: { fr: 'Conseil' }, calendarKey: 'mornings' });
      const bestEffort = { kind: 'bestEffort' } as const;
      const taken = { kind: 'elapsed', amount: 4, unit: 'hour' } as const;
      await writeTargets(tx, 'consulting', 'critical', { taken, answer: bestEffort, resolution: bestEffort });
      await tx.update(requestTypes).set({ policyKey: 'consulting' }).where(eq(requestTypes.key, 'consulting'));
      const since = paris('2026-11-10 11:00');
      const ticket = await makeTicket(tx, {
        requesterId: camille.id,
        typeKey: 'consulting',
        createdAt: new Date(since),
      });
      await addFacts(tx, ticket, [
        { at: since, actorId: null, kind: 'routed', data: { teamId: team } },
        { at: since, actorId: theo.id, kind: 'graded', data: { level: 'critical' } },
        // Tuesday 11:00 to Thursday 11:00, with the holiday: 48 hours, 1 + 2 + 1 of them open here, 11 in the house.
        {
          at: paris('2026-11-12 11:00'),
          actorId: theo.id,
          kind: 'replied',
          data: { messageId: team, side: 'agent' },
        },
      ]);
      const { all, levels } = await reportsOf(maud).answer({ address: { ...PERIOD, team } });
      expect(all.count).toBe(4);
      const critical = levels.find(({ level }) => level === 'critical');
      // Half an hour, 2 hours, 4 hours; and 0.5, 41 and 48 by the clock on the wall.
      expect([critical?.count, critical?.open.median, critical?.wall.median]).toEqual([3, 2 * HOUR, 41 * HOUR]);
      expect(critical?.counts).toBe('both');
      const alone = await reportsOf(maud).answer({ address: { ...PERIOD, team, type: 'consulting' } });
      expect(alone.levels).toMatchObject([{ level: 'critical', open: { median: 4 * HOUR }, counts: 'wall' }]);
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
