import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { firstMessage } from '@/db/tickets/first-words';
import { addField } from '../forms/add-field';
import { addType } from '../forms/add-type';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { correct } from './correct';
import { move } from './move';
import { open } from './open';
import { refile } from './refile';
import { show } from './show';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

const FORM = {
  typeKey: 'problem',
  subject: 'Ça ne marche plus depuis hier',
  description: 'J’importe nos adhérents, et rien ne se passe après la ligne 847 du fichier.',
  answers: { steps: 'Ouvrir, importer.', version: '2026.4' },
  blocked: 'partly',
  wayRound: 'easy',
  reach: 'one',
} as const;
const SUBJECT = 'L’import s’arrête à la ligne 847';

const cast = async (tx: Tx) => {
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  await tx.update(requestTypes).set({ needsCompleteness: false }).where(eq(requestTypes.key, 'problem'));
  const { number } = await open(callBy(camille), FORM);
  return { camille, theo, number };
};

/** The team that gets requests of a type. */
const giveType = async (tx: Tx, key: string, teamId: string) =>
  tx.update(requestTypes).set({ teamId }).where(eq(requestTypes.key, key));

describe('what a request is filed under', () => {
  it(
    'is put right: the subject, which both sides read in the history with what it was before',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const call = callBy(theo, later(1));
      const seen = { subject: FORM.subject, typeKey: 'problem' };
      expect(await refile(call, { number, subject: ` ${SUBJECT} `, seen })).toMatchObject({ number, changed: true });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.refile', targetType: 'ticket' }]);
      const read = await show(callBy(camille), { number });
      expect([read.subject, read.typeKey]).toEqual([SUBJECT, 'problem']);
      expect(read.events.filter(({ kind }) => kind === 'refiled')).toMatchObject([
        { data: { subject: { before: FORM.subject, after: SUBJECT } }, actorName: 'Théo Lambert' },
      ]);
    }),
  );

  it(
    'is put right: the type, with its deadlines, its team, and the answers to what both forms ask',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Conseil' } });
      await giveType(tx, 'assistance', team);
      const before = await show(callBy(theo), { number });
      expect(before.deadlines.find(({ kind }) => kind === 'resolution')).toMatchObject({ awaits: 'reproducible' });
      await refile(callBy(theo, later(1)), { number, typeKey: 'assistance' });
      const after = await show(callBy(camille), { number });
      expect(after).toMatchObject({ typeKey: 'assistance', team: { id: team }, needsReproduction: false });
      expect(after.deadlines.find(({ kind }) => kind === 'resolution')?.awaits ?? null).toBeNull();
      expect(after.typeNames).toMatchObject({
        problem: { fr: expect.any(String) },
        assistance: { fr: expect.any(String) },
      });
      const told = after.values.map(({ key }) => key).sort();
      expect(told).toEqual(['steps', 'version']);

      // What the new form asks too is corrected there; what it does not ask stays, and both are found.
      const form = (await show(callBy(theo), { number })).form;
      expect(form.find(({ key }) => key === 'version')).toMatchObject({ written: '2026.4' });
      await correct(callBy(theo, later(2)), { number, answers: { version: '2026.5' }, seen: { version: '2026.4' } });
      const text = (await firstMessage(tx, before.id))?.bodyText ?? '';
      expect(text).toContain('2026.5');
      expect(text).not.toContain('2026.4');
      expect(text.match(/Ouvrir, importer/g)).toHaveLength(1);
    }),
  );

  it(
    'leaves an answer where it was given if the other form asks for it otherwise: there it is still to be answered',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const maud = callBy(actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })));
      const words = { help: { fr: '' }, why: { fr: '' }, need: 'expected' } as const;
      const makeType = async (
        name: string,
        city: { kind: 'text' } | { kind: 'choice'; options: string },
        sizes: string,
      ) => {
        const about = { situation: { fr: 'Je cherche une salle.' }, guidance: { fr: 'Dites laquelle.' } };
        const { key } = await addType(maud, { portal: 'support', name: { fr: name }, ...about });
        await addField(maud, { typeKey: key, ...words, label: { fr: 'Ville' }, ...city });
        await addField(maud, { typeKey: key, ...words, label: { fr: 'Taille' }, kind: 'choice', options: sizes });
        return key;
      };
      const room = await makeType('Réserver une salle', { kind: 'text' }, 'Petite\nGrande');
      const hall = await makeType('Louer un hall', { kind: 'choice', options: 'Lyon\nParis' }, 'Petite\nMoyenne');
      const { number } = await open(callBy(camille), {
        ...FORM,
        typeKey: room,
        answers: { ville: 'Vaulx-en-Velin', taille: 'grande' },
      });
      await refile(callBy(theo, later(1)), { number, typeKey: hall });
      const read = await show(callBy(theo), { number });
      expect(read.values.map(({ key, told }) => [key, told])).toEqual(
        expect.arrayContaining([
          ['ville', { kind: 'words', words: 'Vaulx-en-Velin' }],
          ['taille', { kind: 'options', names: [expect.objectContaining({ fr: 'Grande' })] }],
        ]),
      );
      expect(read.form.map(({ key, written }) => [key, written])).toEqual(
        expect.arrayContaining([
          ['ville', ''],
          ['taille', ''],
        ]),
      );
      expect(read.missing.map(({ key }) => key)).toEqual(expect.arrayContaining(['ville', 'taille']));
      const text = (await firstMessage(tx, read.id))?.bodyText ?? '';
      expect(text).toMatch(/Vaulx-en-Velin[\s\S]*Grande|Grande[\s\S]*Vaulx-en-Velin/);
      await correct(callBy(theo, later(2)), { number, answers: { ville: 'lyon', taille: 'petite' }, seen: {} });
      const filled = await show(callBy(theo), { number });
      expect(filled.form.map(({ written }) => written).sort()).toEqual(['lyon', 'petite']);
      // Back where it was, what had been said there stands.
      await refile(callBy(theo, later(3)), { number, typeKey: room });
      const back = await show(callBy(theo), { number });
      expect(back.form.map(({ written }) => written).sort()).toEqual(['Vaulx-en-Velin', 'grande']);
    }),
  );

  it(
    'leaves a request to whoever has taken it up, and its deadlines wait for what the form of its type expects',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Conseil' } });
      await giveType(tx, 'assistance', team);
      await tx.update(requestTypes).set({ needsCompleteness: false }).where(eq(requestTypes.key, 'assistance'));
      await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
      await assign(callBy(theo), { number, assigneeId: theo.id });
      const incomplete = await open(callBy(camille), FORM);
      expect((await show(callBy(theo), incomplete)).complete).toBe(false);

      await refile(callBy(theo, later(1)), { number, typeKey: 'assistance' });
      expect(await show(callBy(theo), { number })).toMatchObject({ team: null, assignee: { id: theo.id } });
      await refile(callBy(theo, later(1)), { number: incomplete.number, typeKey: 'assistance' });
      expect((await show(callBy(theo), incomplete)).complete).toBe(true);
      await refile(callBy(theo, later(2)), { number: incomplete.number, typeKey: 'problem' });
      expect((await show(callBy(theo), incomplete)).complete).toBe(false);
    }),
  );

  it(
    'is no fact where nothing changes, and kept from what cannot be and from what others have changed',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      const same = { number, subject: FORM.subject, typeKey: 'problem' };
      expect(await refile(callBy(theo), same)).toEqual({ number, changed: false, token: null });
      await refile(callBy(theo), { number, subject: SUBJECT });
      const stale = { number, subject: 'Une autre idée du sujet', seen: { subject: FORM.subject } };
      await expect(refile(callBy(theo), stale)).rejects.toMatchObject({
        code: 'conflict',
        fields: { subject: { key: 'errors.filedMeanwhile' } },
      });
      await tx.update(requestTypes).set({ active: false }).where(eq(requestTypes.key, 'question'));
      for (const typeKey of ['question', 'nothing']) {
        await expect(refile(callBy(theo), { number, typeKey })).rejects.toMatchObject({
          fields: { typeKey: { key: 'errors.choice' } },
        });
      }
      await expect(refile(callBy(theo), { number, subject: 'Bug' })).rejects.toMatchObject({ code: 'invalid' });
      const { subject, typeKey, events } = await show(callBy(theo), { number });
      expect([subject, typeKey]).toEqual([SUBJECT, 'problem']);
      expect(events.filter(({ kind }) => kind === 'refiled')).toHaveLength(1);
    }),
  );

  it(
    'is the desk’s alone to change, and nobody’s once the request is closed',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const ines = actorOf(await makeUser(tx, { name: 'Inès Caron', role: 'editor' }));
      for (const actor of [camille, ines, { kind: 'visitor' } as const]) {
        await expect(refile(callBy(actor), { number, subject: SUBJECT })).rejects.toMatchObject({ code: 'forbidden' });
      }
      await expect(refile(callBy(theo), { number: 999_999, subject: SUBJECT })).rejects.toMatchObject({
        code: 'not-found',
      });
      await move(callBy(theo), { number, from: 'submitted', to: 'closed', reason: 'out_of_scope' });
      await expect(refile(callBy(theo), { number, subject: SUBJECT })).rejects.toMatchObject({ code: 'conflict' });
      expect((await show(callBy(camille), { number })).subject).toBe(FORM.subject);
    }),
  );
});
