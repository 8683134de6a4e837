import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { askMore } from './ask-more';
import { assign } from './assign';
import { complete } from './complete';
import { correct } from './correct';
import { move } from './move';
import { open } from './open';
import { refile } from './refile';
import { show } from './show';

const ANSWERS = {
  steps: 'Ouvrir le bilan, choisir 2025.',
  error: 'aucun',
  example: 'Bilan 2025',
  link: 'https://club.test/bilan',
  version: '2026.4',
};
const GRADE = { blocked: 'partly', wayRound: 'easy', reach: 'one' } as const;

const cast = async (tx: Tx) => {
  await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    visibility: 'members',
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }, { userId: jonas.id }],
  });
  const as = (user: typeof noor) => actorOf(user, garden.membershipOf(user.id));
  const people = { camille: as(camille), noor: as(noor), jonas: as(jonas), theo };
  const { number } = await open(callBy(people.noor), {
    typeKey: 'problem',
    subject: 'Problème',
    description: 'Le bilan est vide.',
    organisationId: garden.id,
  });
  return { ...people, number };
};

const lacking = async (actor: Parameters<typeof callBy>[0], number: number) =>
  (await show(callBy(actor), { number })).missing.map(({ key }) => key);

describe('what a request lacks', () => {
  it(
    'is filled in by its requester, some of it now and the rest later: an answer, and complete once all is there',
    rolledBack(async (tx) => {
      const { noor, theo, number } = await cast(tx);
      await assign(callBy(theo), { number, assigneeId: theo.id });
      const before = await show(callBy(noor), { number });
      expect(before.complete).toBe(false);
      expect(before.missing.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['subject', 'description', 'criticality', 'steps', 'version']),
      );
      expect(before.toComplete?.of).toBe(before.missing.length);
      expect(before.toComplete?.fields.map(({ key }) => key)).toEqual(
        before.missing.filter(({ kind }) => kind === 'field').map(({ key }) => key),
      );

      const { steps, version, ...rest } = ANSWERS;
      const asked = callBy(noor);
      expect(await complete(asked, { number, answers: { steps, version } })).toMatchObject({ complete: false });
      expect(await auditOf(tx, asked.requestId)).toMatchObject([{ action: 'tickets.complete', data: { fields: 2 } }]);
      const between = await show(callBy(noor), { number });
      expect(between.messages.at(-1)?.bodyHtml).toContain('2026.4');
      expect(between.missing.length).toBe(before.missing.length - 2);
      expect((await mailsTo(tx, theo.email))[0]).toMatchObject({ template: 'tickets.customerReplied' });

      const last = {
        number,
        subject: 'Le bilan 2025 s’ouvre vide',
        body: 'Je voulais imprimer le bilan de 2025 pour notre assemblée ; la page s’ouvre, mais sans aucune ligne.',
        answers: rest,
        ...GRADE,
      };
      expect(await complete(callBy(noor), last)).toMatchObject({ complete: true });
      const after = await show(callBy(noor), { number });
      expect(after).toMatchObject({ complete: true, subject: last.subject, missing: [], toComplete: null });
      expect(after.level?.key).toBe('low');
      expect(after.deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ awaits: null });
      expect(await lacking(theo, number)).toEqual([]);
    }),
  );

  it(
    'sets a request going again that waited for it',
    rolledBack(async (tx) => {
      const { noor, theo, number } = await cast(tx);
      await askMore(callBy(theo), { number, body: 'Quelle version avez-vous ?' });
      expect(await show(callBy(noor), { number })).toMatchObject({ status: 'waiting_customer' });
      await complete(callBy(noor), { number, answers: { version: '2026.4' } });
      expect(await show(callBy(noor), { number })).toMatchObject({ status: 'in_review', question: null });
    }),
  );

  it(
    'tells of each mistake beside its field, and takes nothing that was filled in since',
    rolledBack(async (tx) => {
      const { noor, theo, number } = await cast(tx);
      const wrong = { number, subject: 'Ah', answers: { link: 'club.test' }, blocked: 'fully' } as const;
      await expect(complete(callBy(noor), wrong)).rejects.toMatchObject({
        fields: {
          subject: { key: 'errors.tooSmall.string' },
          'answers.link': { key: 'errors.httpsLink' },
          wayRound: { key: 'errors.choice' },
        },
      });
      const gravest = { number, blocked: 'fully', wayRound: 'none', reach: 'all' } as const;
      await expect(complete(callBy(noor), gravest)).rejects.toMatchObject({
        fields: { 'urgency.phone': { key: 'errors.urgentFact' } },
      });
      await expect(complete(callBy(noor), { number })).rejects.toMatchObject({ messageKey: 'errors.fillOne' });
      await correct(callBy(theo), { number, answers: { version: '2026.3' } });
      await expect(complete(callBy(noor), { number, answers: { version: '2026.4' } })).rejects.toMatchObject({
        fields: { 'answers.version': { key: 'errors.answerChangedMeanwhile' } },
      });
      await refile(callBy(theo), { number, subject: 'Le bilan 2025 s’ouvre vide' });
      await expect(complete(callBy(noor), { number, subject: 'Bilan vide ce matin' })).rejects.toMatchObject({
        fields: { subject: { key: 'errors.answerChangedMeanwhile' } },
      });
      expect((await show(callBy(noor), { number })).subject).toBe('Le bilan 2025 s’ouvre vide');
    }),
  );

  it(
    'is no answer of the form where one only writes, and the description says enough',
    rolledBack(async (tx) => {
      const { noor, number } = await cast(tx);
      const filledIn = async () =>
        (await show(callBy(noor), { number })).events.filter(({ kind }) => kind === 'corrected').length;
      await complete(callBy(noor), { number, body: 'La page du bilan s’ouvre, mais sans aucune ligne depuis hier.' });
      expect(await filledIn()).toBe(1);
      await complete(callBy(noor), { number, body: 'Et autre chose encore.' });
      expect(await filledIn()).toBe(1);
    }),
  );

  it(
    'is told with its facts to the desk where it turns out to be of the highest level',
    rolledBack(async (tx) => {
      const { noor, theo, number } = await cast(tx);
      const urgency = { since: 'Ce matin', stopped: 'Toute la caisse', phone: '04 72 00 00 00' };
      const gravest = { number, blocked: 'fully', wayRound: 'none', reach: 'all', urgency } as const;
      expect(await complete(callBy(noor), gravest)).toMatchObject({ complete: true });
      expect(await show(callBy(noor), { number })).toMatchObject({ urgency, level: { key: 'critical' } });
      expect((await mailsTo(tx, theo.email)).map(({ template }) => template)).toContain('tickets.urgent');
    }),
  );

  it(
    'is taken once from a post that is repeated',
    rolledBack(async (tx) => {
      const { noor, number } = await cast(tx);
      const post = {
        number,
        body: 'Voici ce qui manquait.',
        answers: { version: '2026.4' },
        idempotencyKey: crypto.randomUUID(),
      };
      await complete(callBy(noor), post);
      await complete(callBy(noor), post);
      expect((await show(callBy(noor), { number })).messages).toHaveLength(2);
      // Also one that said nothing but answers, or nothing but how grave it is: nobody is told that they wrote nothing.
      for (const given of [{ answers: { steps: ANSWERS.steps } }, { subject: 'Le bilan 2025 s’ouvre vide' }, GRADE]) {
        const again = { number, ...given, idempotencyKey: crypto.randomUUID() };
        await complete(callBy(noor), again);
        const { messages, events } = await show(callBy(noor), { number });
        await complete(callBy(noor), again);
        const after = await show(callBy(noor), { number });
        expect([after.messages.length, after.events.length]).toEqual([messages.length, events.length]);
      }
    }),
  );

  it(
    'is for the requester and managers alone, and for open requests',
    rolledBack(async (tx) => {
      const { camille, noor, jonas, theo, number } = await cast(tx);
      await addFollowers(callBy(noor), { number, copyIds: [jonas.id] });
      const given = { number, answers: { version: '2026.4' } };
      for (const actor of [jonas, theo]) {
        await expect(complete(callBy(actor), given)).rejects.toMatchObject({ code: 'forbidden' });
      }
      expect((await show(callBy(jonas), { number })).toComplete).toBeNull();
      const stranger = actorOf(await makeUser(tx, { name: 'Sylvie Morel' }));
      await expect(complete(callBy(stranger), given)).rejects.toMatchObject({ code: 'not-found' });
      await complete(callBy(camille), given);
      await move(callBy(theo), { number, from: 'submitted', to: 'resolved' });
      // Whoever filled it in then would have what is resolved begun anew.
      expect(await show(callBy(noor), { number })).toMatchObject({ missing: [], toComplete: null });
      await move(callBy(theo), { number, from: 'resolved', to: 'closed', reason: 'withdrawn' });
      await expect(complete(callBy(noor), { number, body: 'Encore.' })).rejects.toMatchObject({ code: 'conflict' });
      expect((await show(callBy(noor), { number })).toComplete).toBeNull();
    }),
  );
});
