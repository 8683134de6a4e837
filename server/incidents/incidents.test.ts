import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { componentEvents, componentGroups, components } from '@/db/incidents/schema';
import { auditEntries } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { list } from './list';
import { open } from './open';
import { show } from './show';
import { status } from './status';
import { update } from './update';

const VISITOR: Actor = { kind: 'visitor' };

const stage = async (tx: Tx) => {
  const ines = actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' }));
  const [group] = await tx
    .insert(componentGroups)
    .values({ name: { fr: 'Espace' }, position: 1 })
    .returning();
  const made = await tx
    .insert(components)
    .values(
      ['Imports', 'Messages'].map((name, position) => ({ groupId: group?.id ?? null, name: { fr: name }, position })),
    )
    .returning();
  const [imports, messages] = made.map((component) => component.id);
  if (!imports || !messages) throw new Error('the stage has no components');
  return { ines, imports, messages };
};

const opening = (componentId: string) => ({
  title: { fr: 'Les imports prennent du retard' },
  status: 'investigating' as const,
  impact: 'minor' as const,
  body: { fr: 'Nous cherchons la cause.', en: 'We are looking for the cause.' },
  components: [{ componentId, status: 'degraded_performance' as const }],
});
const step = { body: { fr: 'Suite' }, impact: 'minor' as const };

const stateOf = async (tx: Tx, id: string) => {
  const [row] = await tx.select().from(components).where(eq(components.id, id));
  return row?.status;
};

describe('an incident', () => {
  it(
    'shows at once, follows its steps, and brings its components back when it ends',
    rolledBack(async (tx) => {
      const { ines, imports, messages } = await stage(tx);
      const { id } = await open(callBy(ines), opening(imports));
      const seen = await status(callBy(VISITOR), {});
      expect(seen.running.map((incident) => incident.id)).toContain(id);
      expect(seen.page.indicator).not.toBe('none');
      expect(await stateOf(tx, imports)).toBe('degraded_performance');
      await update(callBy(ines), {
        id,
        from: 'investigating',
        status: 'identified',
        ...step,
        components: [{ componentId: messages, status: 'partial_outage' }],
      });
      await update(callBy(ines), { id, from: 'identified', status: 'resolved', ...step, impact: 'none' });
      expect([await stateOf(tx, imports), await stateOf(tx, messages)]).toEqual(['operational', 'operational']);
      const { incident } = await show(callBy(VISITOR), { id });
      expect(incident).toMatchObject({ status: 'resolved', resolvedAt: expect.any(Date) });
      expect(incident.updates.map((one) => one.status)).toEqual(['resolved', 'identified', 'investigating']);
      await update(callBy(ines), { id, from: 'resolved', status: 'postmortem', ...step });
      const events = await tx.select().from(componentEvents).where(eq(componentEvents.componentId, imports));
      expect(events.map((event) => event.newStatus)).toEqual(['degraded_performance', 'operational']);
    }),
  );

  it(
    'leaves alone a component that another running incident holds',
    rolledBack(async (tx) => {
      const { ines, imports } = await stage(tx);
      const first = await open(callBy(ines), opening(imports));
      await open(callBy(ines), { ...opening(imports), components: [{ componentId: imports, status: 'major_outage' }] });
      await update(callBy(ines), { id: first.id, from: 'investigating', status: 'resolved', ...step });
      expect(await stateOf(tx, imports)).toBe('major_outage');
    }),
  );

  it(
    'takes a repeated post once, refuses a step from a status nobody sees any more and one the table does not have',
    rolledBack(async (tx) => {
      const { ines, imports } = await stage(tx);
      const idempotencyKey = randomUUID();
      const once = await open(callBy(ines), { ...opening(imports), idempotencyKey });
      const twice = await open(callBy(ines), { ...opening(imports), idempotencyKey });
      expect(twice.id).toBe(once.id);
      const repeated = {
        id: once.id,
        from: 'investigating' as const,
        status: 'monitoring' as const,
        ...step,
        idempotencyKey: randomUUID(),
      };
      await update(callBy(ines), repeated);
      await update(callBy(ines), repeated);
      expect((await show(callBy(VISITOR), { id: once.id })).incident.updates).toHaveLength(2);
      await expect(update(callBy(ines), { ...repeated, idempotencyKey: randomUUID() })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.incidentMovedMeanwhile',
      });
      await expect(
        update(callBy(ines), { id: once.id, from: 'monitoring', status: 'postmortem', ...step }),
      ).rejects.toMatchObject({
        messageKey: 'errors.incidentMove',
      });
    }),
  );

  it(
    'tells everybody the story, and nobody the accounts behind it',
    rolledBack(async (tx) => {
      const { ines, imports } = await stage(tx);
      const { id } = await open(callBy(ines), opening(imports));
      const told = JSON.stringify(await show(callBy(VISITOR), { id }));
      expect(told).not.toContain(ines.id);
      expect(told).not.toContain('idempotencyKey');
    }),
  );

  it(
    'names all that is wrong at once, the missing confirmation of a form among it',
    rolledBack(async (tx) => {
      const { ines, imports } = await stage(tx);
      const empty = { ...opening(imports), title: { fr: '' }, body: { fr: ' ' }, confirm: false };
      const faults = {
        'title.fr': { key: 'errors.required' },
        'body.fr': { key: 'errors.required' },
        confirm: { key: 'errors.confirmFirst' },
      };
      await expect(open(callBy(ines), empty)).rejects.toMatchObject({ code: 'invalid', fields: faults });
      const { id } = await open(callBy(ines), { ...opening(imports), confirm: true });
      const unread = { id, from: 'investigating' as const, status: 'identified' as const, ...step, confirm: false };
      await expect(update(callBy(ines), unread)).rejects.toMatchObject({
        code: 'invalid',
        fields: { confirm: { key: 'errors.confirmFirst' } },
      });
    }),
  );

  it(
    'is written by editors and admins only, in French at least',
    rolledBack(async (tx) => {
      const { ines, imports } = await stage(tx);
      const call = callBy(ines);
      const { id } = await open(call, opening(imports));
      for (const role of ['customer', 'agent'] as const) {
        const actor = actorOf(await makeUser(tx, { role }));
        await expect(open(callBy(actor), opening(imports))).rejects.toMatchObject({ code: 'forbidden' });
        await expect(
          update(callBy(actor), { id, from: 'investigating', status: 'resolved', ...step }),
        ).rejects.toMatchObject({ code: 'forbidden' });
      }
      await expect(open(callBy(VISITOR), opening(imports))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(list(callBy(VISITOR), {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(open(callBy(ines), { ...opening(imports), title: { fr: ' ', en: 'Late' } })).rejects.toMatchObject({
        fields: { 'title.fr': { key: 'errors.required' } },
      });
      const audited = await tx.select().from(auditEntries).where(eq(auditEntries.requestId, call.requestId));
      expect(audited).toMatchObject([{ action: 'incidents.open', targetId: id, actorId: ines.id }]);
    }),
  );
});
