import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { auditEntries } from '@/db/kernel/schema';
import { writeSetting } from '@/db/kernel/settings';
import { actorOf, makeUser } from '@/db/people/factory';
import { onOwnDatabase } from '@/db/testing/own-database';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import { ticketEvents, tickets } from '@/db/tickets/schema';
import { SILENCE_SETTING } from '@/db/tickets/silence';
import { DEFAULT_SILENCE } from '@/domain/tickets/silence';
import { endSilences, wakeRequests } from '../jobs/silence';
import { callBy as call } from '../testing/call';
import { endSilence } from './end-silence';
import { queue } from './queue';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { snooze } from './snooze';
import { wake } from './wake';

const ASKED = new Date('2026-10-01T08:00:00Z');
const onDay = (days: number) => new Date(ASKED.getTime() + days * 86_400_000);

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  return { camille: actorOf(camille), theo: actorOf(theo) };
};

const standing = async (tx: Tx, to: 'waiting_customer' | 'resolved') => {
  const people = await cast(tx);
  const ticket = await makeTicket(tx, { requesterId: people.camille.id, createdAt: ASKED });
  const at = ASKED.getTime();
  await addFacts(tx, ticket, [
    { at, actorId: people.theo.id, kind: 'assigned', data: { assigneeId: people.theo.id } },
    { at, actorId: people.theo.id, kind: 'moved', data: { from: 'submitted', to, by: 'agent' } },
  ]);
  return { ...people, ticket };
};
const inTransaction = <Output>(work: (tx: Tx) => Promise<Output>) => database().transaction(work);
const statusOf = async (id: string) => {
  const [row] = await database().select().from(tickets).where(eq(tickets.id, id));
  return row?.status;
};
const mailed = async (email: string) =>
  (await inTransaction((tx) => mailsTo(tx, email))).map(({ template }) => template).reverse();

describe('a question that nobody answers', () => {
  it(
    'is asked again twice, then closed, each with its mail and each once, however many workers look',
    onOwnDatabase(async () => {
      const { camille, ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
      const pass = (days: number) => Promise.all([endSilences(onDay(days)), endSilences(onDay(days))]);
      await pass(9);
      expect(await mailed(camille.email)).toEqual([]);
      for (const days of [10, 11, 15, 16, 19]) await pass(days);
      // However often it is looked at, the log holds what was done.
      const looked = await database().select().from(auditEntries).where(eq(auditEntries.action, 'tickets.endSilence'));
      expect(looked.map(({ data }) => data.kind)).toEqual(['remind', 'remind']);
      for (const { data } of looked) expect(data.closesAt).toBe(onDay(20).toISOString());
      expect(await mailed(camille.email)).toEqual(['tickets.reminder', 'tickets.reminder']);
      expect(await statusOf(ticket.id)).toBe('waiting_customer');
      await pass(20);
      await pass(21);
      expect(await statusOf(ticket.id)).toBe('closed');
      expect(await mailed(camille.email)).toEqual(['tickets.reminder', 'tickets.reminder', 'tickets.moved']);
    }),
  );

  it(
    'is not closed unannounced after the worker was away for a week, and its days are settings',
    onOwnDatabase(async () => {
      const { ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
      await endSilences(onDay(27));
      expect(await statusOf(ticket.id)).toBe('waiting_customer');
      await endSilences(onDay(31));
      expect(await statusOf(ticket.id)).toBe('waiting_customer');
      await inTransaction((tx) =>
        writeSetting(tx, SILENCE_SETTING, { firstReminder: 2, secondReminder: 4, close: 6 }, ASKED),
      );
      // Shorter rules take nothing back: the mail of day 27 said day 32.
      await endSilences(onDay(31));
      expect(await statusOf(ticket.id)).toBe('waiting_customer');
      await endSilences(onDay(32));
      expect(await statusOf(ticket.id)).toBe('closed');
    }),
  );

  it(
    'is reminded of with the words that were last written to whoever is asked, and the page tells when it is closed',
    onOwnDatabase(async () => {
      const { camille, theo, ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
      const { number } = ticket;
      await reply(call(theo, onDay(1)), { number, body: 'De quelle campagne parlez-vous ?' });
      const told = async (day: number) => (await show(call(camille, onDay(day)), { number })).closesAt;
      expect(await told(2)).toEqual(onDay(21));
      await endSilences(onDay(13));
      const [mail] = await inTransaction((tx) => mailsTo(tx, camille.email));
      expect(mail?.data).toMatchObject({ turn: 1, bodyText: 'De quelle campagne parlez-vous ?' });
      expect(mail?.data).toMatchObject({ closesAt: onDay(23).toISOString() });
      expect(await told(14)).toEqual(onDay(23));
      const seen = await show(call(camille, onDay(14)), { number });
      expect(seen.events.filter(({ kind }) => kind === 'reminded')).toHaveLength(1);
    }),
  );

  it(
    'goes back to work when it is answered after a reminder',
    onOwnDatabase(async () => {
      const { camille, ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
      await endSilences(onDay(10));
      await reply(call(camille, onDay(12)), { number: ticket.number, body: 'Voici.' });
      await endSilences(onDay(60));
      expect(await statusOf(ticket.id)).toBe('in_review');
    }),
  );
});

it(
  'closes what was resolved and not reopened',
  onOwnDatabase(async () => {
    const { theo, ticket } = await inTransaction((tx) => standing(tx, 'resolved'));
    await endSilences(onDay(13));
    expect(await statusOf(ticket.id)).toBe('resolved');
    const { closesAt } = await show(call(theo, onDay(13)), { number: ticket.number });
    expect(closesAt).toEqual(onDay(14));
    await endSilences(onDay(14));
    const [row] = await database().select().from(tickets).where(eq(tickets.id, ticket.id));
    expect(row).toMatchObject({ status: 'closed', closingReason: 'solved' });
  }),
);

it(
  'closes what was resolved no earlier than was told with it, though the rules have become shorter since',
  onOwnDatabase(async () => {
    const { camille, theo, ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
    await resolve(call(theo, onDay(1)), { number: ticket.number });
    const [mail] = await inTransaction((tx) => mailsTo(tx, camille.email));
    expect(mail?.data).toMatchObject({ status: 'resolved', closesAt: onDay(15).toISOString() });
    const shorter = { ...DEFAULT_SILENCE, closeResolved: 3 };
    await inTransaction((tx) => writeSetting(tx, SILENCE_SETTING, shorter, ASKED));
    await endSilences(onDay(14));
    expect(await statusOf(ticket.id)).toBe('resolved');
    await endSilences(onDay(15));
    expect(await statusOf(ticket.id)).toBe('closed');
  }),
);

it(
  'goes by what it cannot handle: the others are closed and woken all the same',
  onOwnDatabase(async () => {
    const first = '00000000-0000-4000-8000-000000000001';
    const { theo, good } = await inTransaction(async (tx) => {
      const { camille, theo, ticket } = await standing(tx, 'resolved');
      await makeTicket(tx, { id: first, requesterId: camille.id, createdAt: ASKED });
      // A history that no verb leaves behind.
      await tx.delete(ticketEvents).where(eq(ticketEvents.ticketId, first));
      await tx.update(tickets).set({ status: 'resolved', statusSince: ASKED }).where(eq(tickets.id, first));
      return { theo, good: ticket };
    });
    await snooze(call(theo, onDay(1)), { number: good.number, until: '2026-10-05T09:00' });
    await database()
      .update(tickets)
      .set({ snoozedUntil: onDay(1) })
      .where(eq(tickets.id, first));
    await wakeRequests(onDay(5));
    expect(await mailed(theo.email)).toEqual(['tickets.woken']);
    await endSilences(onDay(14));
    expect(await statusOf(good.id)).toBe('closed');
  }),
);

describe('a sleeping request', () => {
  it(
    'is out of the list until its hour, then back with a word to who handles it, once',
    onOwnDatabase(async () => {
      const { theo, ticket } = await inTransaction((tx) => standing(tx, 'waiting_customer'));
      await snooze(call(theo, onDay(1)), { number: ticket.number, until: '2026-10-05T09:00' });
      const listed = async (asleep: boolean) =>
        (await queue(call(theo, onDay(1)), { address: asleep ? { asleep: '1' } : {} })).tickets.map(
          ({ number }) => number,
        );
      expect([await listed(false), await listed(true)]).toEqual([[], [ticket.number]]);
      await wakeRequests(new Date('2026-10-05T06:59:00Z'));
      expect(await listed(false)).toEqual([]);
      await Promise.all([1, 2].map(() => wakeRequests(new Date('2026-10-05T07:00:00Z'))));
      expect(await listed(false)).toEqual([ticket.number]);
      expect(await mailed(theo.email)).toEqual(['tickets.woken']);
      const facts = await database().select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticket.id));
      expect(facts.filter(({ kind }) => kind === 'woken')).toHaveLength(1);
    }),
  );

  it(
    'is told of to whoever put it to sleep where nobody handles it',
    onOwnDatabase(async () => {
      const { theo, ticket } = await inTransaction(async (tx) => {
        const people = await cast(tx);
        return { ...people, ticket: await makeTicket(tx, { requesterId: people.camille.id, createdAt: ASKED }) };
      });
      await snooze(call(theo, onDay(1)), { number: ticket.number, until: '2026-10-05T09:00' });
      await wakeRequests(onDay(5));
      expect(await mailed(theo.email)).toEqual(['tickets.woken']);
    }),
  );

  it(
    'is put to sleep by the desk alone, for a time to come',
    rolledBack(async (tx) => {
      const { camille, theo, ticket } = await standing(tx, 'waiting_customer');
      const { number } = ticket;
      const sleep = (until: string) => snooze(call(theo, onDay(1)), { number, until });
      await expect(sleep('2026-10-01T09:00')).rejects.toMatchObject({
        fields: { until: { key: 'errors.snoozePast' } },
      });
      await expect(sleep('2028-10-01T09:00')).rejects.toMatchObject({ fields: { until: { key: 'errors.snoozeFar' } } });
      await expect(sleep('2026-13-41T09:00')).rejects.toMatchObject({
        fields: { until: { key: 'errors.snoozeWhen' } },
      });
      await expect(snooze(call(camille), { number, until: '2030-01-01T09:00' })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(wake(call(camille), { number })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(endSilence(call(theo), { ticketId: ticket.id })).rejects.toMatchObject({ code: 'forbidden' });
      await sleep('2026-10-05T09:00');
      expect(await wake(call(theo, onDay(2)), { number })).toMatchObject({ woken: true });
      expect(await wake(call(theo, onDay(2)), { number })).toMatchObject({ woken: false });
    }),
  );
});
