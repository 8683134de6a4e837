import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { releaseRhythm } from '@/db/sla/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { tickets } from '@/db/tickets/schema';
import { silenceRules } from '@/db/tickets/silence';
import { systemCall } from '../kernel/call';
import { callBy as call } from '../testing/call';
import { addCalendar } from './add-calendar';
import { addLevel } from './add-level';
import { addPolicy } from './add-policy';
import { applyPreset } from './apply-preset';
import { editCalendar } from './edit-calendar';
import { editLevel } from './edit-level';
import { editPolicy } from './edit-policy';
import { editRhythm } from './edit-rhythm';
import { editSilence } from './edit-silence';
import { recompute } from './recompute';
import { removeCalendar } from './remove-calendar';
import { removeLevel } from './remove-level';
import { removePolicy } from './remove-policy';
import { show } from './show';

/** A Monday morning in office hours. */
const MONDAY = new Date('2026-11-16T09:00:00Z');

const cast = async (tx: Tx) => ({
  maud: actorOf(await makeUser(tx, { name: 'Maud Perrin', role: 'admin' })),
  theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
});
const words = { name: { fr: 'Critique' }, definition: { fr: 'Tout est bloqué.' }, examples: { fr: 'Rien ne va.' } };
const hour = { shape: 'work.hour', amount: '1' } as const;
const level = {
  ...words,
  key: 'critical',
  fromSeverity: 5,
  targets: {
    taken: { shape: 'work.hour', amount: '2' },
    answer: hour,
    resolution: { shape: 'bestEffort', amount: '' },
  },
} as const;
const house = { key: 'standard', name: { fr: 'Engagements généraux' }, calendar: 'office' };
const calendar = {
  key: 'office',
  name: { fr: 'Bureau' },
  timeZone: 'Europe/Paris',
  country: 'FR',
  region: '',
  hours: { 1: '10:30-12:00', 2: '', 3: '', 4: '', 5: '', 6: '', 7: '' },
  daysOff: '2026-12-24 Pont',
  openDays: '',
};
const takenOf = async (who: Awaited<ReturnType<typeof cast>>['maud']) => {
  const { levels } = await show(call(who, MONDAY), {});
  return levels.find(({ key }) => key === 'critical')?.dues?.find(({ clock }) => clock === 'taken')?.due;
};

it(
  'shows when a request opened now would be due, and follows each change of level and calendar',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    expect(await takenOf(maud)).toBe(Date.parse('2026-11-16T10:00:00Z'));
    await editLevel(call(maud), level);
    expect(await takenOf(maud)).toBe(Date.parse('2026-11-16T11:00:00Z'));
    await editCalendar(call(maud), calendar);
    // An hour and a half that Monday, the rest on the next one.
    expect(await takenOf(maud)).toBe(Date.parse('2026-11-23T10:00:00Z'));
    const jobs = await tx.execute(
      sql`select 1 from graphile_worker.jobs where task_identifier = 'sla.recompute' and key is not null`,
    );
    expect(jobs).toHaveLength(1);
  }),
);

it(
  'tells what makes no sense beside its field',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    const asked = call(maud);
    await expect(
      editLevel(asked, { ...level, targets: { ...level.targets, taken: { shape: 'work.hour', amount: '' } } }),
    ).rejects.toMatchObject({ fields: { 'targets.taken.amount': { key: 'errors.targetAmount' } } });
    await expect(editLevel(asked, { ...level, fromSeverity: 4 })).rejects.toMatchObject({
      fields: { fromSeverity: { key: 'errors.severityTaken' } },
    });
    await expect(editLevel(asked, { ...level, key: 'low', fromSeverity: 2 })).rejects.toMatchObject({
      fields: { fromSeverity: { key: 'errors.severityGap' } },
    });
    await expect(
      editCalendar(asked, { ...calendar, hours: { ...calendar.hours, 1: '9h-12h' }, daysOff: 'demain' }),
    ).rejects.toMatchObject({ fields: { 'hours.1': { key: 'errors.hours' }, daysOff: { key: 'errors.days' } } });
    await expect(editCalendar(asked, { ...calendar, hours: { ...calendar.hours, 1: '' } })).rejects.toMatchObject({
      fields: { 'hours.1': { key: 'errors.neverOpen' } },
    });
    await expect(editCalendar(asked, { ...calendar, country: 'XX' })).rejects.toMatchObject({
      fields: { country: { key: 'errors.choice' } },
    });
    await expect(
      editSilence(asked, { firstReminder: 10, secondReminder: 15, close: 12, closeResolved: 14 }),
    ).rejects.toMatchObject({ fields: { close: { key: 'errors.silenceOrder' } } });
    await expect(editRhythm(asked, { weekdays: [], at: '25:00' })).rejects.toMatchObject({
      fields: { weekdays: { key: 'errors.required' }, at: { key: 'errors.timeOfDay' } },
    });
  }),
);

it(
  'keeps rhythm and silence as settings',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    await editRhythm(call(maud), { weekdays: ['1', '4'], at: '09:30' });
    expect((await releaseRhythm(tx)).slots).toEqual([
      { weekday: 1, at: '09:30' },
      { weekday: 4, at: '09:30' },
    ]);
    const rules = { firstReminder: 3, secondReminder: 6, close: 9, closeResolved: 5 };
    await editSilence(call(maud), rules);
    expect(await silenceRules(tx)).toEqual(rules);
  }),
);

it(
  'is nobody’s but the administrators’',
  rolledBack(async (tx) => {
    const { theo } = await cast(tx);
    const refused = { code: 'forbidden' };
    await expect(show(call(theo), {})).rejects.toMatchObject(refused);
    await expect(editLevel(call(theo), level)).rejects.toMatchObject(refused);
    await expect(editCalendar(call(theo), calendar)).rejects.toMatchObject(refused);
    await expect(editRhythm(call(theo), { weekdays: [1], at: '09:30' })).rejects.toMatchObject(refused);
    await expect(
      editSilence(call(theo), { firstReminder: 1, secondReminder: 2, close: 3, closeResolved: 4 }),
    ).rejects.toMatchObject(refused);
  }),
);

it(
  'divides gravity anew by a preset: known levels keep their words, those that requests have are only retired',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    const camille = await makeUser(tx, { name: 'Camille Roux' });
    const ticket = await makeTicket(tx, { requesterId: camille.id });
    const graded = { level: 'medium', answers: { blocked: 'partly', wayRound: 'hard', reach: 'all' } } as const;
    await addFacts(tx, ticket, [{ at: MONDAY.getTime(), actorId: camille.id, kind: 'graded', data: graded }]);
    await editLevel(call(maud), { ...level, name: { fr: 'Gravissime' } });
    const active = async () =>
      (await show(call(maud, MONDAY), {})).levels
        .filter((one) => one.active)
        .map((one) => [one.key, one.fromSeverity, one.name.fr, one.targets !== null]);

    await applyPreset(call(maud), { preset: 'five' });
    expect(await active()).toEqual([
      ['critical', 5, 'Gravissime', true],
      ['high', 4, 'Élevée', true],
      ['medium', 3, 'Moyenne', true],
      ['low', 2, 'Faible', true],
      ['comfort', 1, 'Confort', true],
    ]);
    await applyPreset(call(maud), { preset: 'three' });
    expect((await active()).map(([key, from]) => [key, from])).toEqual([
      ['p1', 5],
      ['p2', 3],
      ['p3', 1],
    ]);
    const { levels } = await show(call(maud, MONDAY), {});
    expect(levels.filter((one) => !one.active).map((one) => [one.key, one.inUse])).toEqual([['medium', true]]);
    await applyPreset(call(maud), { preset: 'four' });
    expect((await active()).map(([key]) => key)).toEqual(['critical', 'high', 'medium', 'low']);
  }),
);

it(
  'adds levels and calendars, and deletes only what nothing uses',
  rolledBack(async (tx) => {
    const { maud, theo } = await cast(tx);
    const asked = call(maud);
    const { key: _, ...words } = level;
    await expect(addLevel(asked, { ...words, fromSeverity: 4 })).rejects.toMatchObject({
      fields: { fromSeverity: { key: 'errors.severityTaken' } },
    });
    const added = await addLevel(asked, { ...words, name: { fr: 'Gêne légère' }, fromSeverity: 2 });
    expect(added.key).toBe('gene-legere');
    await removeLevel(asked, added);
    await expect(removeLevel(asked, { key: 'low' })).rejects.toMatchObject({ messageKey: 'errors.severityGap' });

    const { key: office, ...hours } = calendar;
    const night = await addCalendar(asked, {
      ...hours,
      name: { fr: 'Astreinte' },
      hours: { ...hours.hours, 7: '00:00-23:59' },
    });
    await expect(removeCalendar(asked, { key: office })).rejects.toMatchObject({ code: 'conflict' });
    await editPolicy(asked, { ...house, calendar: night.key });
    expect((await show(call(maud, MONDAY), {})).policies.map((one) => one.calendarKey)).toEqual(['astreinte']);
    await removeCalendar(asked, { key: office });
    await expect(editPolicy(asked, { ...house, calendar: office })).rejects.toMatchObject({
      fields: { calendar: { key: 'errors.choice' } },
    });
    for (const attempt of [
      () => addLevel(call(theo), words),
      () => removeLevel(call(theo), { key: 'high' }),
      () => applyPreset(call(theo), { preset: 'three' }),
      () => addCalendar(call(theo), hours),
      () => removeCalendar(call(theo), { key: night.key }),
      () => editPolicy(call(theo), { ...house, calendar: night.key }),
      () => addPolicy(call(theo), { ...house, calendar: night.key }),
      () => removePolicy(call(theo), { key: 'standard' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
  }),
);

it(
  'deletes no level that a history tells of, even if the request has another one by now',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    const { key: _, ...words } = level;
    const { key } = await addLevel(call(maud), { ...words, name: { fr: 'Autrefois' }, fromSeverity: 2 });
    const camille = await makeUser(tx, { name: 'Camille Roux' });
    const ticket = await makeTicket(tx, { requesterId: camille.id });
    const graded = (to: string) =>
      ({ at: Date.now(), actorId: camille.id, kind: 'graded', data: { level: to } }) as const;
    await addFacts(tx, ticket, [graded(key), graded('low')]);
    await expect(removeLevel(call(maud), { key })).rejects.toMatchObject({ messageKey: 'errors.inUse.level' });
  }),
);

const soon = { taken: hour, answer: hour, resolution: { shape: 'bestEffort', amount: '' } } as const;
const premium = { name: { fr: 'Engagements Premium' }, calendar: 'office', targets: { low: soon, critical: soon } };

it(
  'keeps several policies: a type goes by its own, its open requests by what that promises now, and none in use is deleted',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    const camille = await makeUser(tx, { name: 'Camille Roux' });
    const ticket = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt: MONDAY });
    const due = async () => {
      await recompute(systemCall('worker', MONDAY), {});
      return (await tx.select().from(tickets).where(eq(tickets.id, ticket.id)))[0]?.dueAt?.toISOString();
    };
    const before = await due();

    const { key } = await addPolicy(call(maud, MONDAY), premium);
    expect(key).toBe('engagements-premium');
    expect(await due()).toBe(before);
    const shown = (await show(call(maud, MONDAY), {})).policies;
    expect(shown.map((policy) => [policy.key, policy.isDefault, policy.inUse])).toEqual([
      ['standard', true, false],
      ['engagements-premium', false, false],
    ]);
    expect(shown[1]?.levels.find((one) => one.key === 'low')?.dues?.[0]?.due).toBe(Date.parse('2026-11-16T10:00:00Z'));

    await tx.update(requestTypes).set({ policyKey: key }).where(eq(requestTypes.key, 'question'));
    expect(await due()).toBe('2026-11-16T10:00:00.000Z');
    const slower = {
      ...soon,
      taken: { shape: 'work.hour', amount: '2' },
      answer: { shape: 'work.hour', amount: '3' },
    } as const;
    await editPolicy(call(maud), { ...premium, key, targets: { low: slower } });
    expect(await due()).toBe('2026-11-16T11:00:00.000Z');

    await expect(removePolicy(call(maud), { key })).rejects.toMatchObject({ messageKey: 'errors.inUse.policy' });
    await expect(removePolicy(call(maud), { key: 'standard' })).rejects.toMatchObject({
      messageKey: 'errors.housePolicy',
    });
    await tx.update(requestTypes).set({ policyKey: null }).where(eq(requestTypes.key, 'question'));
    expect(await due()).toBe(before);
    await removePolicy(call(maud), { key });
    await expect(removePolicy(call(maud), { key })).rejects.toMatchObject({ code: 'not-found' });
  }),
);

it(
  'tells of each mistake in a policy beside its field, and lets every policy begin with what a new level promises',
  rolledBack(async (tx) => {
    const { maud } = await cast(tx);
    await expect(
      addPolicy(call(maud), {
        ...premium,
        name: { fr: '' },
        targets: { low: { ...soon, taken: { shape: 'work.hour', amount: 'bientôt' } } },
      }),
    ).rejects.toMatchObject({
      fields: { 'name.fr': { key: 'errors.required' }, 'targets.low.taken.amount': { key: 'errors.targetAmount' } },
    });
    const { key: policy } = await addPolicy(call(maud), premium);
    const { key: _, ...words } = level;
    const { key } = await addLevel(call(maud), { ...words, name: { fr: 'Gêne légère' }, fromSeverity: 2 });
    const { policies } = await show(call(maud, MONDAY), {});
    const promised = policies.find((one) => one.key === policy)?.levels.find((one) => one.key === key);
    expect(promised?.targets?.taken).toEqual({ kind: 'work', unit: 'hour', amount: 2 });
  }),
);
