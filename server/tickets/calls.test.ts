import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import type { OutboxMail } from '@/db/kernel/mails';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { users } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { renderMail } from '../mail/render';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { assign } from './assign';
import { cancelCall } from './cancel-call';
import { chooseCall } from './choose-call';
import { move } from './move';
import { proposeCall } from './propose-call';
import { recapCall } from './recap-call';
import { resolve } from './resolve';
import { show } from './show';
import { showCall } from './show-call';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
/** In Martinique, four hours behind Greenwich. */
const SLOTS = ['2026-11-24T14:30', '2026-11-25T09:00'];
const FIRST = Date.parse('2026-11-24T18:30:00Z');
const PHONE = '+596 596 12 34 56';

const cast = async (tx: Tx) => {
  const camilleUser = await makeUser(tx, { name: 'Camille Roux', timeZone: 'America/Martinique' });
  const noorUser = await makeUser(tx, { name: 'Noor Benali' });
  const organisationId = await makeOrganisation(tx, 'Les Amis', [
    { userId: camilleUser.id, manager: false },
    { userId: noorUser.id, manager: false },
  ]);
  const membership = [{ organisationId, manager: false }];
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent', locale: 'en' }));
  const { number } = await makeTicket(tx, { requesterId: camilleUser.id, organisationId, createdAt: later(-60) });
  const camille = actorOf(camilleUser, membership);
  const noor = actorOf(noorUser, membership);
  await addFollowers(callBy(theo, NOW), { number, copyIds: [noor.id] });
  const propose = async (slots = SLOTS) =>
    (await proposeCall(callBy(theo, NOW), { number, slots, minutes: 30 })).callId;
  return { camille, noor, theo, number, propose };
};

const rendered = ({ template, locale, data, recipientName }: OutboxMail) =>
  renderMail(template as 'tickets.callChosen', locale, data, recipientName);
const callMails = async (tx: Tx, email: string) =>
  (await mailsTo(tx, email)).filter(({ template }) => template.startsWith('tickets.call'));

describe('a call-back', () => {
  it(
    'is proposed once by a post that comes twice',
    rolledBack(async (tx) => {
      const { camille, propose } = await cast(tx);
      const callId = await propose();
      expect(await propose([...SLOTS].reverse())).toBe(callId);
      expect(await callMails(tx, camille.email)).toHaveLength(1);
      expect(await propose([SLOTS[0] ?? '', '2026-11-26T09:00'])).not.toBe(callId);
    }),
  );

  it(
    'is proposed in the requester’s own hours, chosen with a number, and told to both sides with an entry for their calendars',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const callId = await propose();
      const [proposal] = await callMails(tx, camille.email);
      const words = proposal ? renderMail('tickets.callProposed', 'fr', proposal.data, 'Camille') : null;
      expect(words?.text).toContain('mardi 24 novembre à 14:30');
      const { call: offered } = await showCall(callBy(camille, NOW), { number });
      expect(offered).toMatchObject({ state: 'proposed', chooses: true, phone: null, agent: 'Théo Lambert' });
      expect(offered?.slots[0]).toEqual({ at: new Date(FIRST), over: false });

      await chooseCall(callBy(camille, later(1)), { number, callId, slot: FIRST, phone: PHONE });
      const [told] = await callMails(tx, camille.email);
      const [toldAgent] = await callMails(tx, theo.email);
      expect(told && rendered(told).text).toContain('Théo Lambert vous appellera au +596 596 12 34 56.');
      expect(told && rendered(told).text).toContain('14:30');
      expect(toldAgent && rendered(toldAgent).text).toContain('To call: Camille Roux');
      expect(toldAgent && rendered(toldAgent).text).toContain('19:30');
      const entry = told && rendered(told).calendar;
      expect(entry).toMatchObject({ method: 'PUBLISH', filename: 'call.ics' });
      expect(entry?.content).toContain('DTSTART:20261124T183000Z');
      const again = chooseCall(callBy(camille, later(2)), { number, callId, slot: FIRST, phone: PHONE });
      await expect(again).rejects.toMatchObject({ messageKey: 'errors.callChosenAlready' });
    }),
  );

  it(
    'is chosen by who decides on the request alone; others read of the hour, and never of the number',
    rolledBack(async (tx) => {
      const { camille, noor, theo, number, propose } = await cast(tx);
      const callId = await propose();
      for (const other of [noor, theo]) {
        const theirs = chooseCall(callBy(other, NOW), { number, callId, slot: FIRST, phone: PHONE });
        await expect(theirs).rejects.toMatchObject({ code: 'forbidden' });
      }
      const stranger = actorOf(await makeUser(tx, { name: 'Jonas Weber' }));
      const unseen = chooseCall(callBy(stranger, NOW), { number, callId, slot: FIRST, phone: PHONE });
      await expect(unseen).rejects.toMatchObject({ code: 'not-found' });
      await chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      const read = await showCall(callBy(noor, NOW), { number });
      expect(read.call).toMatchObject({ state: 'chosen', phone: null, decides: false });
      expect(JSON.stringify([await show(callBy(noor, NOW), { number }), read])).not.toMatch(/596\s?12\s?34/);
      expect(await callMails(tx, noor.email)).toEqual([]);
      await expect(cancelCall(callBy(noor, NOW), { number, callId })).rejects.toMatchObject({ code: 'forbidden' });
      const mine = proposeCall(callBy(camille, NOW), { number, slots: SLOTS, minutes: 30 });
      await expect(mine).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );

  it.each([
    [['2026-11-24T14:30'], 'few'],
    [['2026-11-24T14:30', '2026-11-24T14:30'], 'same'],
    [['2026-11-24T14:30', '2026-11-20T14:30'], 'past'],
    [['2026-11-24T14:30', '2027-11-20T14:30'], 'far'],
    [['2026-11-24T14:30', 'demain'], 'unreal'],
  ])('refuses %j: %s', (slots, fault) =>
    rolledBack(async (tx) => {
      const { propose } = await cast(tx);
      await expect(propose(slots)).rejects.toMatchObject({ fields: { slots: { key: `errors.callSlots.${fault}` } } });
    })(),
  );

  it(
    'refuses slots that were not proposed or are over, and what is no number',
    rolledBack(async (tx) => {
      const { camille, number, propose } = await cast(tx);
      const callId = await propose();
      const choice = { number, callId, slot: FIRST, phone: PHONE };
      const refusedWith = (change: Partial<typeof choice>, at: Date, fields: object) =>
        expect(chooseCall(callBy(camille, at), { ...choice, ...change })).rejects.toMatchObject({ fields });
      await refusedWith({ slot: FIRST + 1 }, NOW, { slot: { key: 'errors.callChoose' } });
      await refusedWith({}, new Date(FIRST), { slot: { key: 'errors.callSlotOver' } });
      await refusedWith({ phone: 'appelez-moi' }, NOW, { phone: { key: 'errors.phone' } });
    }),
  );

  it(
    'must be told of before the request is resolved, and its recap joins the conversation',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const callId = await propose();
      const early = recapCall(callBy(theo, NOW), { number, callId, body: 'Vu ensemble.' });
      await expect(early).rejects.toMatchObject({ messageKey: 'errors.callNotAgreed' });
      await chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      const due = new Date(FIRST + 60_000);
      expect((await showCall(callBy(theo, due), { number })).call).toMatchObject({ recapDue: true, phone: PHONE });
      const first = { messageKey: 'errors.callRecapFirst', code: 'conflict' };
      const done = move(callBy(theo, due), { number, from: 'submitted', to: 'resolved' });
      await expect(done).rejects.toMatchObject(first);
      await expect(resolve(callBy(camille, due), { number })).rejects.toMatchObject(first);
      await recapCall(callBy(theo, due), { number, callId, body: 'Nous avons corrigé le fichier ensemble.' });
      const read = await show(callBy(camille, due), { number });
      expect(read.messages.at(-1)).toMatchObject({ recap: true, visibility: 'public', authorName: 'Théo Lambert' });
      expect(read.events.filter(({ kind }) => kind === 'call')).toHaveLength(3);
      const [newest] = await mailsTo(tx, camille.email);
      expect(newest?.template).toBe('tickets.replied');
      await resolve(callBy(camille, due), { number });
      expect((await showCall(callBy(theo, due), { number })).call).toBeNull();
    }),
  );

  it(
    'names nobody who has left: whoever makes it now, or the team',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
      await makeUser(tx, { name: 'Maud Kessler', role: 'agent' });
      const callId = await propose();
      await tx.update(users).set({ deactivatedAt: NOW }).where(eq(users.id, theo.id));
      const shown = async () => (await showCall(callBy(camille, NOW), { number })).call;
      expect((await shown())?.agent).toBeNull();
      await chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      const mail = (await callMails(tx, camille.email)).find(({ template }) => template === 'tickets.callChosen');
      const words = mail ? rendered(mail).text : '';
      expect(words).toContain('Une personne de notre équipe vous appellera au');
      expect(words).not.toContain('Théo');
      await assign(callBy(yanis, NOW), { number, assigneeId: yanis.id });
      expect((await shown())?.agent).toBe('Yanis Morel');
    }),
  );

  it(
    'tells whom its recap mentions of the desk; the customer’s side reads the words alone',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const maud = actorOf(await makeUser(tx, { name: 'Maudeline Ferrandi', role: 'agent' }));
      const callId = await propose();
      await chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      const body = 'Vu ensemble. @Maudeline Ferrandi prépare la suite, @Camille Roux envoie le fichier.';
      await recapCall(callBy(theo, new Date(FIRST + 60_000)), { number, callId, body });
      const [mail] = await mailsTo(tx, maud.email);
      expect(mail).toMatchObject({ template: 'tickets.mentioned', data: { place: 'recap' } });
      const words = mail ? renderMail('tickets.mentioned', 'fr', mail.data, 'Maudeline') : null;
      expect(words?.text).toContain('dans le compte rendu d’un appel');
      expect(words?.text).not.toContain('interne');
      const seen = (actor: typeof theo) => show(callBy(actor, new Date(FIRST + 120_000)), { number });
      expect((await seen(theo)).messages.at(-1)).toMatchObject({ mentions: ['Maudeline Ferrandi'] });
      const read = await seen(camille);
      expect(read.messages.at(-1)).toMatchObject({ mentions: [], bodyHtml: expect.not.stringContaining('<mark>') });
      expect(JSON.stringify(read)).not.toContain(maud.id);
    }),
  );

  it(
    'waits for nobody any more once the request is resolved, and again when it is opened again',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const callId = await propose();
      await resolve(callBy(camille, NOW), { number });
      expect((await showCall(callBy(camille, NOW), { number })).call).toBeNull();
      const late = chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      await expect(late).rejects.toMatchObject({ messageKey: 'errors.callOver' });
      await move(callBy(theo, NOW), { number, from: 'resolved', to: 'in_review' });
      expect((await showCall(callBy(camille, NOW), { number })).call).toMatchObject({ id: callId, chooses: true });
    }),
  );

  it(
    'is called off by either side, or by new slots, and goes from the calendars; then the request can be resolved',
    rolledBack(async (tx) => {
      const { camille, theo, number, propose } = await cast(tx);
      const callId = await propose();
      await chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      const anew = await propose(['2026-11-26T10:00', '2026-11-27T10:00']);
      const gone = (await callMails(tx, camille.email)).find(({ template }) => template === 'tickets.callCancelled');
      const entry = gone && rendered(gone).calendar;
      expect(entry?.method).toBe('CANCEL');
      expect(entry?.content).toContain(`call-${callId}@`);
      const old = chooseCall(callBy(camille, NOW), { number, callId, slot: FIRST, phone: PHONE });
      await expect(old).rejects.toMatchObject({ code: 'not-found' });
      await cancelCall(callBy(camille, NOW), { number, callId: anew });
      const told = (await callMails(tx, theo.email)).map((mail) => rendered(mail).text);
      expect(told.join()).toContain('Camille Roux cancelled the proposal of a call.');
      await resolve(callBy(camille, NOW), { number });
      const over = proposeCall(callBy(theo, NOW), { number, slots: SLOTS, minutes: 30 });
      await expect(over).rejects.toMatchObject({ messageKey: 'errors.callOver' });
    }),
  );
});
