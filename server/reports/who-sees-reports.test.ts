import { describe, expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import { NOW, PERIOD, reportsOf, set } from './testing';

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
