import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { firstMessage } from '@/db/tickets/first-words';
import { callBy } from '../testing/call';
import { correct } from './correct';
import { grade } from './grade';
import { levels } from './levels';
import { move } from './move';
import { open } from './open';
import { show } from './show';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

const FORM = {
  typeKey: 'problem',
  subject: 'L’import s’arrête à la ligne 847',
  description: 'J’importe nos adhérents, et rien ne se passe après la ligne 847 du fichier.',
  blocked: 'partly',
  wayRound: 'easy',
  reach: 'one',
} as const;
const REST = { error: 'aucun', example: 'Ligne 847', link: 'https://club.test/import', version: '2026.4' };

const cast = async (tx: Tx) => {
  await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const { number } = await open(callBy(camille), { ...FORM, answers: { steps: 'Ouvrir, importer.' } });
  return { camille, theo, number };
};

const told = async (actor: Parameters<typeof callBy>[0], number: number) => {
  const { values } = await show(callBy(actor), { number });
  return Object.fromEntries(values.map(({ key, told: said }) => [key, 'words' in said ? said.words : said]));
};

describe('the answers of a form', () => {
  it(
    'are filled in by the desk: complete, so that its deadlines start, found, and told to the customer',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const drawn = await show(callBy(theo), { number });
      expect(drawn.deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ awaits: 'complete' });
      expect(drawn.form.find(({ key }) => key === 'steps')).toMatchObject({ written: 'Ouvrir, importer.' });
      const call = callBy(theo, later(10));
      expect(await correct(call, { number, answers: REST })).toMatchObject({ number, changed: 4 });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.correct', targetType: 'ticket' }]);

      const seen = await show(callBy(theo, later(11)), { number });
      expect(seen).toMatchObject({ complete: true, missing: [], pageUrl: REST.link });
      expect(seen.deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ awaits: null });
      expect((await firstMessage(tx, drawn.id))?.bodyText).toContain('2026.4');
      expect(await told(camille, number)).toMatchObject({ steps: 'Ouvrir, importer.', version: '2026.4' });
      const { events } = await show(callBy(camille), { number });
      const fact = events.find(({ kind }) => kind === 'corrected');
      expect(fact?.changes.map(({ key }) => key)).toEqual(['error', 'example', 'link', 'version']);
      expect(fact).toMatchObject({ actorName: 'Théo Lambert' });
    }),
  );

  it(
    'make a request complete together with its criticality, whichever comes last',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { blocked: _, wayRound: __, reach: ___, ...ungraded } = FORM;
      const { number } = await open(callBy(camille), { ...ungraded, answers: { steps: 'Ouvrir, importer.' } });
      await correct(callBy(theo, later(1)), { number, answers: REST });
      const half = await show(callBy(theo), { number });
      expect([half.complete, half.missing.map(({ kind }) => kind)]).toEqual([false, ['criticality']]);
      const level = (await levels(callBy(theo), {}))[0]?.key ?? '';
      await grade(callBy(theo, later(2)), { number, level });
      expect(await show(callBy(theo), { number })).toMatchObject({ complete: true, missing: [] });
    }),
  );

  it(
    'are put right, with what they said before, and stop the deadlines where one is taken away',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      await correct(callBy(theo, later(1)), { number, answers: REST });
      const form = {
        answers: { version: '2026.5', steps: '' },
        seen: { version: '2026.4', steps: 'Ouvrir, importer.' },
      };
      await correct(callBy(theo, later(2)), { number, ...form });
      const seen = await show(callBy(theo), { number });
      expect(seen.complete).toBe(false);
      expect(seen.missing.map(({ key }) => key)).toEqual(['steps']);
      expect(seen.events.findLast(({ kind }) => kind === 'corrected')?.data).toEqual({
        changes: [
          { key: 'steps', before: 'Ouvrir, importer.', after: null },
          { key: 'version', before: '2026.4', after: '2026.5' },
        ],
      });
      const text = (await firstMessage(tx, seen.id))?.bodyText ?? '';
      expect(text).toContain('2026.5');
      expect(text).not.toMatch(/2026\.4|Ouvrir, importer/);
      expect(text).toContain('la ligne 847 du fichier');
    }),
  );

  it(
    'are kept from what others have written meanwhile, and from what the form does not take; nothing changed is no fact',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx);
      await correct(callBy(theo), { number, answers: { version: '2026.4' } });
      const mine = { number, answers: { version: '2026.6', link: 'pas une adresse' }, seen: { version: '', link: '' } };
      await expect(correct(callBy(theo), mine)).rejects.toMatchObject({
        code: 'conflict',
        fields: {
          'answers.version': { key: 'errors.answerChangedMeanwhile' },
          'answers.link': { key: 'errors.httpsLink' },
        },
      });
      expect(await told(theo, number)).toMatchObject({ version: '2026.4' });
      const again = { number, answers: { version: '2026.4' }, seen: { version: '2026.4' } };
      expect(await correct(callBy(theo), again)).toMatchObject({ number, changed: 0 });
      const { events } = await show(callBy(theo), { number });
      expect(events.filter(({ kind }) => kind === 'corrected')).toHaveLength(1);
    }),
  );

  it(
    'are the desk’s alone to correct, and nobody’s once the request is closed',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx);
      const ines = actorOf(await makeUser(tx, { name: 'Inès Caron', role: 'editor' }));
      for (const actor of [camille, ines, { kind: 'visitor' } as const]) {
        await expect(correct(callBy(actor), { number, answers: REST })).rejects.toMatchObject({ code: 'forbidden' });
      }
      await expect(correct(callBy(theo), { number: 999_999, answers: REST })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await show(callBy(camille), { number })).form).toEqual([]);
      await move(callBy(theo), { number, from: 'submitted', to: 'closed', reason: 'out_of_scope' });
      await expect(correct(callBy(theo), { number, answers: REST })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );
});
