import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeIncident, makeUpdate } from '@/db/incidents/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { tickets } from '@/db/tickets/schema';
import { ticketIncidents } from '@/db/tickets/ties-schema';
import { TELL_OF_INCIDENT_JOB } from '@/domain/tickets/ties';
import { systemCall } from '../kernel/call';
import { renderMail } from '../mail/render';
import { createCaller } from '../root';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { list } from './list';
import { move } from './move';
import { queue } from './queue';
import { read } from './read';
import { show } from './show';
import { snooze } from './snooze';
import { tellOfIncident } from './tell-of-incident';
import { ago, NOW, VISITOR } from './testing';
import { tie } from './tie';

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

const stage = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const noor = actorOf(await makeUser(tx, { name: 'Noor Benali', locale: 'en' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const ines = actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' }));
  const incident = await makeIncident(tx, { title: { fr: 'Imports en retard', en: 'Imports late' }, at: ago(1) });
  const request = async (requesterId: string, minutes = 0) => {
    const { number } = await makeTicket(tx, { requesterId, createdAt: ago(1) });
    await tie(callBy(theo, later(minutes)), { number, to: 'incident', id: incident });
    return number;
  };
  const publish = (status: 'identified' | 'resolved', minutes = 10, authorId?: string) =>
    makeUpdate(tx, incident, {
      status,
      body: { fr: 'La cause est connue.', en: 'We know the cause.' },
      at: later(minutes),
      ...(authorId ? { authorId } : {}),
    });
  return { camille, noor, theo, ines, incident, request, publish };
};

const tell = (updateId: string, minutes = 11, after = 0) =>
  tellOfIncident(systemCall('worker', later(minutes)), { updateId, after });
const news = async (tx: Tx, { email }: { email: string }) =>
  (await mailsTo(tx, email)).filter(({ template }) => template === 'tickets.incidentUpdated');

describe('an update of an incident', () => {
  it(
    'is told to the people of its requests in their languages, in the thread of the request and on its page',
    rolledBack(async (tx) => {
      const { camille, noor, theo, incident, request, publish } = await stage(tx);
      const number = await request(camille.id);
      await addFollowers(callBy(theo), { number, copyIds: [], copies: noor.email });
      const updateId = await publish('identified');
      expect(await tell(updateId)).toEqual({ count: 1, more: false });
      const [own] = await news(tx, camille);
      expect(own).toMatchObject({ threadKey: `ticket:${number}`, locale: 'fr', data: { inCopy: false } });
      const [copied] = await news(tx, noor);
      const mail = renderMail('tickets.incidentUpdated', 'en', copied?.data, 'Noor Benali');
      expect(mail.subject).toContain(`[#${number}]`);
      expect(mail.text).toMatch(/Imports late[\s\S]*which you follow[\s\S]*> We know the cause\./);
      expect(mail.text).toContain(`/en/status/incidents/${incident}`);
      const seen = await show(callBy(camille), { number });
      expect(seen.events.at(-1)).toMatchObject({ kind: 'incident', data: { updateId, status: 'identified' } });
      expect(seen.ties.words[updateId]).toMatchObject({ fr: 'La cause est connue.' });
      expect(seen.messages).toHaveLength(1);
      expect(seen.lastActivityAt).toEqual(later(11));
      const [row] = (await list(callBy(camille), { scope: 'own' })).tickets;
      expect(row).toMatchObject({ number, unread: true });
    }),
  );

  it(
    'is told once, however often the job runs and however many requests one person has',
    rolledBack(async (tx) => {
      const { camille, noor, theo, request, publish } = await stage(tx);
      const [first, second] = [await request(noor.id), await request(camille.id)];
      await request(camille.id);
      await addFollowers(callBy(theo), { number: first, copies: camille.email });
      const updateId = await publish('identified');
      expect(await tell(updateId)).toMatchObject({ count: 3 });
      expect(await tell(updateId, 12)).toMatchObject({ count: 0 });
      // Of a request of her own, and not of the one that she is in copy of.
      expect(await news(tx, camille)).toMatchObject([{ threadKey: `ticket:${second}`, data: { inCopy: false } }]);
      expect(await news(tx, noor)).toHaveLength(1);
      const { events } = await show(callBy(theo), { number: second });
      expect(events.filter(({ kind }) => kind === 'incident')).toHaveLength(1);
      await tell(await publish('identified', 20), 21);
      expect(await news(tx, camille)).toHaveLength(2);
    }),
  );

  it(
    'is not told to what is resolved, to what was tied later, nor to whoever wrote it',
    rolledBack(async (tx) => {
      const { camille, noor, ines, theo, request, publish } = await stage(tx);
      const resolved = await request(camille.id);
      await move(callBy(theo), { number: resolved, from: 'submitted', to: 'resolved' });
      await request(noor.id, 15);
      const own = await request(ines.id);
      const updateId = await publish('identified', 10, ines.id);
      expect(await tell(updateId, 20)).toMatchObject({ count: 1 });
      expect(await news(tx, camille)).toEqual([]);
      expect(await news(tx, noor)).toEqual([]);
      expect(await news(tx, ines)).toEqual([]);
      expect((await show(callBy(theo), { number: own })).events.at(-1)?.kind).toBe('incident');
    }),
  );

  it(
    'that ends it proposes to the desk to resolve its requests, wakes those that sleep, and is news there',
    rolledBack(async (tx) => {
      const { camille, theo, incident, request, publish } = await stage(tx);
      const number = await request(camille.id);
      await snooze(callBy(theo, later(2)), { number, until: 'in 3 days' });
      await read(callBy(theo, later(3)), { number });
      const listed = async () => (await queue(callBy(theo, later(30)), { address: { incident } })).tickets;
      await tell(await publish('identified', 10), 11);
      expect(await listed()).toEqual([]);
      await tell(await publish('resolved', 20), 21);
      expect(await listed()).toMatchObject([{ number, unread: true, snoozedUntil: null }]);
      const atDesk = await show(callBy(theo), { number });
      expect(atDesk.ties.incidents[0]?.resolvedAt).toEqual(later(20));
      expect(atDesk.events.slice(-2).map(({ kind }) => kind)).toEqual(['incident', 'proposed']);
      expect((await show(callBy(camille), { number })).events.map(({ kind }) => kind)).not.toContain('proposed');
    }),
  );

  it(
    'goes through hundreds of requests a batch at a time',
    rolledBack(async (tx) => {
      const { camille, theo, incident, publish } = await stage(tx);
      for (let made = 0; made < 30; made += 1) await makeTicket(tx, { requesterId: camille.id, createdAt: ago(1) });
      const own = await tx.select().from(tickets).where(eq(tickets.requesterId, camille.id)).orderBy(tickets.number);
      await tx
        .insert(ticketIncidents)
        .values(own.map(({ id }) => ({ ticketId: id, incidentId: incident, createdAt: NOW })));
      const updateId = await publish('identified');
      expect(await tell(updateId)).toEqual({ count: 25, more: true });
      const [next] = await tx.execute<{ payload: { after: number } }>(
        sql`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = ${TELL_OF_INCIDENT_JOB} and j.payload ->> 'updateId' = ${updateId}`,
      );
      expect(next?.payload.after).toBe(own[24]?.number);
      expect(await tell(updateId, 12, next?.payload.after)).toEqual({ count: 5, more: false });
      expect(await news(tx, camille)).toHaveLength(1);
      expect((await show(callBy(theo), { number: own[29]?.number ?? 0 })).events.at(-1)?.kind).toBe('incident');
    }),
  );

  it(
    'leaves the telling to the worker, in the transaction that publishes it; nobody else may do it',
    rolledBack(async (tx) => {
      const { theo, ines, camille, incident } = await stage(tx);
      const step = { body: { fr: 'Suite' }, impact: 'minor', status: 'identified', from: 'investigating' } as const;
      await createCaller(callBy(ines, NOW)).incidents.update({ id: incident, ...step });
      const jobs = await tx.execute(
        sql`select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
            where t.identifier = ${TELL_OF_INCIDENT_JOB}
              and j.payload ->> 'updateId' in (select id::text from incident_updates where incident_id = ${incident})`,
      );
      expect([...jobs]).toHaveLength(1);
      for (const actor of [theo, ines, camille, VISITOR]) {
        await expect(tellOfIncident(callBy(actor), { updateId: incident })).rejects.toMatchObject({
          code: 'forbidden',
        });
      }
    }),
  );
});
