import { randomUUID } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { settings } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { themes } from '@/db/roadmap/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { create } from './create';
import { edit } from './edit';
import { list } from './list';
import { move } from './move';
import { show } from './show';

const VISITOR: Actor = { kind: 'visitor' };
const theme = () => ({
  key: `t-${randomUUID()}`,
  title: { fr: 'Des imports plus sûrs' },
  why: { fr: 'Un import sur quatre s’arrête.' },
  what: { fr: 'Un aperçu avant d’écrire.' },
  area: { fr: 'Adhérents' },
  horizon: 'now' as const,
  steps: [
    { title: { fr: 'Aperçu' }, done: false },
    { title: { fr: 'Annulation' }, done: false },
  ],
});

const editor = async (tx: Tx) => actorOf(await makeUser(tx, { role: 'editor' }));
const limitTo = async (tx: Tx, value: number) => {
  await tx
    .insert(settings)
    .values({ key: 'roadmap.limit', value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
};

describe('a theme', () => {
  it(
    'is public with its steps; a finished step moves its progress and stands in its history',
    rolledBack(async (tx) => {
      const ines = await editor(tx);
      const { key } = await create(callBy(ines), theme());
      const before = await show(callBy(VISITOR), { key });
      expect(before).toMatchObject({ state: 'exploring', progress: { done: 0, total: 2, share: 0 } });
      const [first, second] = before.steps;
      const steps = [
        { id: second?.id, title: { fr: 'Annulation complète' }, done: false },
        { id: first?.id, title: { fr: 'Aperçu' }, done: true },
        { title: { fr: 'Doublons' }, done: false },
      ];
      await edit(callBy(ines), { ...theme(), key, seenAt: before.updatedAt, quarter: '2027-Q1', steps });
      const after = await show(callBy(VISITOR), { key });
      expect(after.steps.map((step) => [step.title.fr, step.doneAt !== null])).toEqual([
        ['Annulation complète', false],
        ['Aperçu', true],
        ['Doublons', false],
      ]);
      expect(after).toMatchObject({ quarter: '2027-Q1', progress: { done: 1, total: 3 } });
      expect(after.history.map((event) => event.kind)).toEqual(['step-done', 'created']);
    }),
  );

  it(
    'is not overwritten by who saw an older version',
    rolledBack(async (tx) => {
      const ines = await editor(tx);
      const { key } = await create(callBy(ines), theme());
      const { updatedAt } = await show(callBy(ines), { key });
      await edit(callBy(ines, new Date(updatedAt.getTime() + 1000)), { ...theme(), key, seenAt: updatedAt });
      await expect(edit(callBy(ines), { ...theme(), key, seenAt: updatedAt })).rejects.toMatchObject({
        code: 'conflict',
      });
    }),
  );

  it(
    'is postponed only with a reason, and moves only as the table says',
    rolledBack(async (tx) => {
      const ines = await editor(tx);
      const { key } = await create(callBy(ines), theme());
      const postponing = { key, from: 'exploring' as const, to: 'postponed' as const };
      await expect(move(callBy(ines), postponing)).rejects.toMatchObject({
        fields: { 'reason.fr': { key: 'errors.required' } },
      });
      await expect(move(callBy(ines), { key, from: 'exploring', to: 'delivered' })).rejects.toMatchObject({
        code: 'conflict',
      });
      await move(callBy(ines), { ...postponing, reason: { fr: 'Le besoin est couvert autrement.' } });
      expect(await show(callBy(VISITOR), { key })).toMatchObject({
        state: 'postponed',
        postponedReason: { fr: 'Le besoin est couvert autrement.' },
      });
    }),
  );

  it(
    'finds no place when all are taken, neither new nor brought back',
    rolledBack(async (tx) => {
      const ines = await editor(tx);
      const { key } = await create(callBy(ines), theme());
      await move(callBy(ines), { key, from: 'exploring', to: 'postponed', reason: { fr: 'Plus tard.' } });
      const { taken } = await list(callBy(VISITOR), {});
      await limitTo(tx, taken + 1);
      await create(callBy(ines), theme());
      const full = { code: 'conflict', messageKey: 'errors.roadmapFull', data: { limit: taken + 1 } };
      await expect(create(callBy(ines), theme())).rejects.toMatchObject(full);
      await expect(move(callBy(ines), { key, from: 'postponed', to: 'planned' })).rejects.toMatchObject(full);
    }),
  );

  it('gives the last place to one of two who come at once', async () => {
    const made = [theme(), theme()];
    const keys = made.map((one) => one.key);
    const { taken } = await list(callBy(VISITOR), {});
    const ines = await database().transaction(editor);
    await database().transaction((tx) => limitTo(tx, taken + 1));
    try {
      const outcomes = await Promise.allSettled(made.map((one) => create(callBy(ines), one)));
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    } finally {
      await database().delete(themes).where(inArray(themes.key, keys));
      await database().delete(settings);
    }
  });

  it(
    'is written by editors and admins only; its key is an address',
    rolledBack(async (tx) => {
      const ines = await editor(tx);
      const { key } = await create(callBy(ines), theme());
      for (const role of ['customer', 'agent'] as const) {
        const actor = actorOf(await makeUser(tx, { role }));
        const forbidden = { code: 'forbidden' };
        await expect(create(callBy(actor), theme())).rejects.toMatchObject(forbidden);
        await expect(edit(callBy(actor), { ...theme(), key, seenAt: new Date() })).rejects.toMatchObject(forbidden);
        await expect(move(callBy(actor), { key, from: 'exploring', to: 'planned' })).rejects.toMatchObject(forbidden);
      }
      await expect(create(callBy(VISITOR), theme())).rejects.toMatchObject({ code: 'forbidden' });
      await expect(create(callBy(ines), { ...theme(), key: 'Été 2027' })).rejects.toMatchObject({
        fields: { key: { key: 'errors.slug' } },
      });
      await expect(create(callBy(ines), { ...theme(), key })).rejects.toMatchObject({
        fields: { key: { key: 'errors.keyTaken' } },
      });
    }),
  );
});
