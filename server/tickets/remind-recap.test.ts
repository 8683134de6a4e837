import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { updateAccount } from '@/db/people/accounts';
import { actorOf, makeUser } from '@/db/people/factory';
import { onOwnDatabase } from '@/db/testing/own-database';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { remindOfRecaps } from '../jobs/recaps';
import { renderMail } from '../mail/render';
import { callBy } from '../testing/call';
import { chooseCall } from './choose-call';
import { proposeCall } from './propose-call';
import { queue } from './queue';
import { recapCall } from './recap-call';
import { remindRecap } from './remind-recap';
import { views } from './views';

const MINUTE = 60_000;
const NOW = new Date('2026-11-23T10:00:00Z');
/** The call begins an hour later and is to take 30 minutes; half an hour more passes before anybody is reminded. */
const CALL = Date.parse('2026-11-23T11:00:00Z');
const past = (minutes: number) => new Date(CALL + minutes * MINUTE);
const DUE = 60;

const agreed = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux', timeZone: 'UTC' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent', timeZone: 'Europe/Paris' }));
  const ticket = await makeTicket(tx, { requesterId: camille.id, createdAt: new Date(NOW.getTime() - MINUTE) });
  return { camille, theo, ticket };
};

const call = async ({ camille, theo, ticket }: Awaited<ReturnType<typeof agreed>>): Promise<string> => {
  const { number } = ticket;
  const slots = ['2026-11-23T11:00', '2026-11-24T11:00'];
  const { callId } = await proposeCall(callBy(theo, NOW), { number, slots, minutes: 30 });
  await chooseCall(callBy(camille, NOW), { number, callId, slot: CALL, phone: '06 12 34 56 78' });
  return callId;
};

const reminders = async (email: string) =>
  (await database().transaction((tx) => mailsTo(tx, email))).filter(({ template }) => template === 'tickets.recapDue');

describe('a recap that nobody writes', () => {
  it(
    'is asked for by mail, once, however many workers look, and also when none ran for a week',
    onOwnDatabase(async () => {
      const people = await database().transaction(agreed);
      const later = await database().transaction(agreed);
      await call(people);
      const { theo, ticket } = people;
      expect(await remindOfRecaps(past(DUE - 1))).toBe(0);
      const told = await Promise.all([remindOfRecaps(past(DUE)), remindOfRecaps(past(DUE))]);
      expect(told[0] + told[1]).toBe(1);
      expect(await remindOfRecaps(past(DUE + 1))).toBe(0);
      const mails = await reminders(theo.email);
      expect(mails).toHaveLength(1);
      const [mail] = mails;
      const words = mail ? renderMail('tickets.recapDue', 'fr', mail.data, 'Théo').text : '';
      expect(words).toContain('Votre appel avec Camille Roux était prévu le lundi 23 novembre à 12:00');
      expect(words).toContain(`/fr/desk/${ticket.number}#call`);
      await call(later);
      expect(await remindOfRecaps(past(7 * 24 * 60))).toBe(1);
      expect(await reminders(later.theo.email)).toHaveLength(1);
    }),
  );

  it(
    'is nobody’s any more once it is written, and the desk’s where its agent has left',
    rolledBack(async (tx) => {
      const people = await agreed(tx);
      const { camille, theo, ticket } = people;
      const callId = await call(people);
      const name = { callId, ticketId: ticket.id };
      for (const actor of [camille, theo, { kind: 'visitor' } as const]) {
        await expect(remindRecap(callBy(actor, past(DUE)), name)).rejects.toMatchObject({ code: 'forbidden' });
      }
      const worker = { kind: 'system', name: 'worker' } as const;
      await updateAccount(tx, theo.id, { deactivatedAt: NOW });
      const yanis = await makeUser(tx, { name: 'Yanis Morel', role: 'agent' });
      expect(await remindRecap(callBy(worker, past(DUE)), name)).toEqual({ told: true });
      expect((await mailsTo(tx, yanis.email)).map(({ template }) => template)).toEqual(['tickets.recapDue']);
      const other = await agreed(tx);
      const written = await call(other);
      await recapCall(callBy(other.theo, past(5)), { number: other.ticket.number, callId: written, body: 'Vu.' });
      const late = remindRecap(callBy(worker, past(DUE)), { callId: written, ticketId: other.ticket.id });
      expect(await late).toEqual({ told: false });
    }),
  );

  it(
    'stands in the list and has a view with a count, from the hour of the call on',
    rolledBack(async (tx) => {
      const people = await agreed(tx);
      const { theo, ticket } = people;
      await call(people);
      const listed = async (at: Date) => (await queue(callBy(theo, at), { address: { recap: '1' } })).tickets;
      const counted = async (at: Date) =>
        (await views(callBy(theo, at), {})).shipped.find(({ key }) => key === 'recaps')?.total;
      const before = (await counted(past(-1))) ?? 0;
      expect((await listed(past(-1))).map(({ number }) => number)).not.toContain(ticket.number);
      expect(await listed(past(1))).toContainEqual(expect.objectContaining({ number: ticket.number, recapDue: true }));
      expect(await counted(past(1))).toBe(before + 1);
    }),
  );
});
