import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { firstMessage } from '@/db/tickets/first-words';
import { attachments, ticketClocks } from '@/db/tickets/schema';
import type { Actor } from '@/domain/access/actor';
import { addField } from '../forms/add-field';
import { callBy } from '../testing/call';
import { attach } from './attach';
import { correct } from './correct';
import { file } from './file';
import { move } from './move';
import { open } from './open';
import { show } from './show';
import { undo } from './undo';

const NOW = new Date('2026-11-23T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);

const FORM = {
  typeKey: 'problem',
  subject: 'L’import s’arrête à la ligne 847',
  description: 'J’importe nos adhérents, et rien ne se passe après la ligne 847 du fichier.',
  blocked: 'partly',
  wayRound: 'easy',
  reach: 'one',
} as const;
const REST = { error: 'aucun', example: 'Ligne 847', link: 'https://club.test/import', version: '2026.4' };
const CAPTURE = { name: 'capture.png', mediaType: 'image/png', bytes: 1200, width: 40, height: 30 };

const cast = async (tx: Tx) => {
  await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const { number } = await open(callBy(camille, NOW), { ...FORM, answers: { steps: 'Ouvrir, importer.' } });
  const upload = (who: Actor) => attach(callBy(who, NOW), { ...CAPTURE, storageKey: randomUUID() });
  return { camille, theo, yanis, number, upload };
};

const writtenIn = async (actor: Actor, number: number) => {
  const { form } = await show(callBy(actor, later(600)), { number });
  return Object.fromEntries(form.flatMap(({ key, written }) => (written ? [[key, written]] : [])));
};
const clocksOf = async (tx: Tx, ticketId: string) =>
  tx.select().from(ticketClocks).where(eq(ticketClocks.ticketId, ticketId)).orderBy(ticketClocks.kind);

describe('a correction taken back', () => {
  it(
    'leaves the answers, the meter and the deadlines as they were; the history tells both, the customer neither',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const before = await show(callBy(theo, later(1)), { number });
      const clocks = await clocksOf(tx, before.id);
      const words = (await firstMessage(tx, before.id))?.bodyText;
      const { token } = await correct(callBy(theo, later(2)), { number, answers: REST });
      expect((await show(callBy(theo, later(3)), { number })).complete).toBe(true);
      expect(await clocksOf(tx, before.id)).not.toEqual(clocks);
      const call = callBy(theo, later(30));
      expect(await undo(call, { token: token ?? '' })).toMatchObject({ restored: 1, stays: 0, body: null });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.undo', data: { act: 'correct' } }]);

      const after = await show(callBy(theo, later(40)), { number });
      const { complete, pageUrl, missing } = before;
      expect(after).toMatchObject({ complete, pageUrl, missing });
      expect(await clocksOf(tx, before.id)).toEqual(clocks);
      expect((await firstMessage(tx, before.id))?.bodyText).toBe(words);
      expect(await writtenIn(theo, number)).toEqual({ steps: 'Ouvrir, importer.' });
      expect(after.events.slice(-3)).toMatchObject([
        { kind: 'corrected', undone: true },
        { kind: 'marked', undone: true },
        { kind: 'undone' },
      ]);
      const theirs = await show(callBy(camille, later(40)), { number });
      expect(theirs.events.map(({ kind }) => kind)).not.toContain('corrected');
      await expect(undo(callBy(theo, later(41)), { token: token ?? '' })).rejects.toMatchObject({
        messageKey: 'errors.undoOver',
      });
    }),
  );

  it(
    'leaves alone what a colleague has changed since, and the meter follows what stands then',
    rolledBack(async (tx) => {
      const { theo, yanis, number } = await cast(tx);
      const { token } = await correct(callBy(theo, later(1)), { number, answers: REST });
      const newer = { answers: { version: '2026.5' }, seen: { version: '2026.4' } };
      const second = await correct(callBy(yanis, later(5)), { number, ...newer });
      expect(await undo(callBy(theo, later(9)), { token: token ?? '' })).toMatchObject({ restored: 1, stays: 1 });
      expect(await writtenIn(theo, number)).toEqual({ steps: 'Ouvrir, importer.', version: '2026.5' });
      expect((await show(callBy(theo, later(10)), { number })).complete).toBe(false);

      const third = { answers: { version: '2026.6' }, seen: { version: '2026.5' } };
      await correct(callBy(theo, later(12)), { number, ...third });
      await expect(undo(callBy(yanis, later(14)), { token: second.token ?? '' })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.undoChangedSince',
      });
      expect(await writtenIn(theo, number)).toMatchObject({ version: '2026.6' });
    }),
  );

  it(
    'stops the deadlines where an answer that made it complete goes, and starts them where one comes back',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      await correct(callBy(theo, later(1)), { number, answers: REST });
      const emptied = { answers: { example: '' }, seen: { example: 'Ligne 847' } };
      const { token } = await correct(callBy(theo, later(120)), { number, ...emptied });
      expect((await show(callBy(theo, later(121)), { number })).complete).toBe(false);
      await undo(callBy(theo, later(130)), { token: token ?? '' });
      const shown = await show(callBy(theo, later(131)), { number });
      expect([shown.complete, shown.missing]).toEqual([true, []]);
      expect(shown.deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ awaits: null });
    }),
  );

  it(
    'is for who made it, for a minute, and not once the request is closed; what changed nothing has no way back',
    rolledBack(async (tx) => {
      const { camille, theo, yanis, number } = await cast(tx);
      const made = await correct(callBy(theo, NOW), { number, answers: { version: '2026.4' } });
      const token = made.token ?? '';
      await expect(undo(callBy(yanis, later(1)), { token })).rejects.toMatchObject({ code: 'not-found' });
      await expect(undo(callBy(camille, later(1)), { token })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(undo(callBy(theo, later(60)), { token })).rejects.toMatchObject({ messageKey: 'errors.undoOver' });
      const again = { answers: { version: '2026.4' }, seen: { version: '2026.4' } };
      expect(await correct(callBy(theo, later(2)), { number, ...again })).toEqual({ number, changed: 0, token: null });
      await move(callBy(yanis, later(3)), { number, from: 'submitted', to: 'closed', reason: 'out_of_scope' });
      await expect(undo(callBy(theo, later(4)), { token })).rejects.toMatchObject({
        messageKey: 'errors.ticketClosed',
      });
    }),
  );
});

describe('the files of a form', () => {
  const key = 'capture';
  const withField = async (tx: Tx): Promise<void> => {
    const admin = actorOf(await makeUser(tx, { role: 'admin' }));
    const texts = { label: { fr: 'Capture' }, help: { fr: '' }, why: { fr: '' } };
    await addField(callBy(admin), { typeKey: 'problem', kind: 'file', need: 'expected', ...texts });
  };

  it(
    'are filled in by the desk: they belong to the request, and who reads the form opens them, nobody else',
    rolledBack(async (tx) => {
      await withField(tx);
      const { camille, theo, number, upload } = await cast(tx);
      expect((await show(callBy(theo), { number })).missing.map((part) => part.key)).toContain(key);
      const { id, claim } = await upload(theo);
      await correct(callBy(theo, later(1)), { number, answers: { [key]: [id] }, files: [{ id, claim }] });
      const theirs = await show(callBy(camille, later(2)), { number });
      expect(theirs.values.find((value) => value.key === key)?.told).toEqual({ kind: 'files', ids: [id] });
      expect(theirs.messages[0]?.files.map(({ name }) => name)).toEqual(['capture.png']);
      expect(await file(callBy(camille), { id })).toMatchObject({ name: 'capture.png' });
      const stranger = actorOf(await makeUser(tx, { name: 'Jonas Weber' }));
      await expect(file(callBy(stranger), { id })).rejects.toMatchObject({ code: 'not-found' });
      const shown = await show(callBy(theo, later(2)), { number });
      expect(shown.missing.map((part) => part.key)).not.toContain(key);
      expect(shown.form.find((field) => field.key === key)).toMatchObject({
        written: id,
        files: [{ id, name: 'capture.png' }],
      });

      // One more beside it, then the first let go: it stays in the conversation.
      const next = await upload(theo);
      const both = { answers: { [key]: [id, next.id] }, seen: { [key]: id }, files: [next] };
      await correct(callBy(theo, later(3)), { number, ...both });
      const one = { answers: { [key]: [next.id] }, seen: { [key]: `${id},${next.id}` } };
      await correct(callBy(theo, later(4)), { number, ...one });
      expect(await writtenIn(theo, number)).toMatchObject({ [key]: next.id });
      expect((await show(callBy(camille, later(5)), { number })).messages[0]?.files.map((each) => each.id)).toEqual([
        id,
        next.id,
      ]);
    }),
  );

  it(
    'go with the correction that brought them, when it is taken back',
    rolledBack(async (tx) => {
      await withField(tx);
      const { camille, theo, number, upload } = await cast(tx);
      const { id, claim } = await upload(theo);
      const given = { number, answers: { [key]: [id] }, files: [{ id, claim }] };
      const { token } = await correct(callBy(theo, later(1)), given);
      await undo(callBy(theo, later(5)), { token: token ?? '' });
      expect(await writtenIn(theo, number)).not.toHaveProperty(key);
      await expect(file(callBy(camille, later(6)), { id })).rejects.toMatchObject({ code: 'not-found' });
      const [row] = await tx.select().from(attachments).where(eq(attachments.id, id));
      expect(row).toMatchObject({ messageId: null, createdAt: later(5) });
    }),
  );

  it(
    'are no others’: neither of another request nor without their claim, and the fault stands beside the field',
    rolledBack(async (tx) => {
      await withField(tx);
      const { camille, theo, number, upload } = await cast(tx);
      const other = await open(callBy(camille, NOW), {
        ...FORM,
        subject: 'Une autre demande',
        answers: { steps: 'Ouvrir.' },
      });
      const { id, claim } = await upload(theo);
      const gone = { code: 'invalid', fields: { [`answers.${key}`]: { key: 'errors.fileGone' } } };
      const put = (at: number, files: { id: string; claim: string }[]) =>
        correct(callBy(theo, later(1)), { number: at, answers: { [key]: [id] }, files });
      await expect(put(number, [])).rejects.toMatchObject(gone);
      await expect(put(number, [{ id, claim: 'guessed' }])).rejects.toMatchObject(gone);
      await put(other.number, [{ id, claim }]);
      await expect(put(number, [{ id, claim }])).rejects.toMatchObject(gone);
    }),
  );
});
