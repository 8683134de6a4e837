import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { callBy } from '../testing/call';
import { askMore } from './ask-more';
import { mark } from './mark';
import { open } from './open';
import { reply } from './reply';
import { show } from './show';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

const form = {
  typeKey: 'problem',
  subject: 'L’import s’arrête à la ligne 847',
  description: 'J’importe nos adhérents, et rien ne se passe après la ligne 847 du fichier.',
  blocked: 'partly',
  wayRound: 'easy',
  reach: 'one',
} as const;
const ANSWERS = {
  steps: 'Ouvrir, importer.',
  error: 'aucun',
  example: 'Ligne 847',
  link: 'https://club.test/import',
  version: '2026.4',
};

const cast = async (tx: Tx) => {
  await tx.update(requestTypes).set({ needsCompleteness: true }).where(eq(requestTypes.key, 'problem'));
  return {
    camille: actorOf(await makeUser(tx, { name: 'Camille Roux' })),
    theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
  };
};

describe('a request that lacks what its type expects', () => {
  it(
    'arrives as incomplete: its deadlines wait, nothing is promised, and its writer is told what is missing',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(callBy(camille), { ...form, answers: { steps: ANSWERS.steps } });
      const seen = await show(callBy(camille), { number });
      expect(seen).toMatchObject({ complete: false, expectation: null });
      expect(seen.missing.map(({ key }) => key)).toEqual(expect.arrayContaining(['error', 'example', 'version']));
      expect(seen.missing.map(({ key }) => key)).not.toContain('steps');
      expect(await mailsTo(tx, camille.email)).toMatchObject([
        { template: 'tickets.received', data: { expectation: null, incomplete: true } },
      ]);
      const { deadlines } = await show(callBy(theo, later(60)), { number });
      expect(deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ state: 'waiting', awaits: 'complete' });
      await mark(callBy(theo, later(70)), { number, mark: 'complete', on: true });
      const running = await show(callBy(theo, later(80)), { number });
      expect(running.deadlines.find(({ kind }) => kind === 'taken')).toMatchObject({ awaits: null });
    }),
  );

  it(
    'is complete where all is there, or where its type does not ask',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const whole = await open(callBy(camille), { ...form, answers: ANSWERS });
      const seen = await show(callBy(camille), { number: whole.number });
      expect([seen.complete, seen.missing]).toEqual([true, []]);
      await tx.update(requestTypes).set({ needsCompleteness: false }).where(eq(requestTypes.key, 'problem'));
      const bare = await open(callBy(camille), form);
      expect(await show(callBy(camille), { number: bare.number })).toMatchObject({ complete: true, missing: [] });
    }),
  );
});

it(
  'is not asked of what is urgent: the facts of the urgent path are all that its deadlines wait for',
  rolledBack(async (tx) => {
    const { camille } = await cast(tx);
    const urgency = { since: 'Ce matin, 9 h', stopped: 'Les adhésions en ligne', phone: '04 72 00 00 00' };
    const gravest = { ...form, blocked: 'fully', wayRound: 'none', reach: 'all', urgency } as const;
    const { number } = await open(callBy(camille), gravest);
    expect(await show(callBy(camille), { number })).toMatchObject({ complete: true, missing: [] });
  }),
);

describe('asking for more', () => {
  it(
    'writes to the customer, waits for them and stops the clocks, once for a repeated post; their answer gives it back',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(callBy(camille), { ...form, answers: ANSWERS });
      const given = { number, body: 'Quel fichier importez-vous ?', idempotencyKey: randomUUID() };
      const call = callBy(theo, later(1));
      await askMore(call, given);
      await askMore(callBy(theo, later(2)), given);
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.askMore', targetType: 'ticket' }]);
      const seen = await show(callBy(camille), { number });
      expect(seen).toMatchObject({ status: 'waiting_customer', complete: false });
      expect(seen.messages).toHaveLength(2);
      expect(seen.question).toBe(seen.messages.at(-1)?.id);
      const told = (await mailsTo(tx, camille.email)).map(({ template }) => template).sort();
      expect(told).toEqual(['tickets.askedMore', 'tickets.received']);
      await reply(callBy(camille, later(30)), { number, body: 'Le fichier du printemps.' });
      const answered = await show(callBy(theo, later(31)), { number });
      expect(answered).toMatchObject({ status: 'in_review', question: null, complete: false });
      await mark(callBy(theo, later(32)), { number, mark: 'complete', on: true });
      expect((await show(callBy(theo), { number })).complete).toBe(true);
    }),
  );

  it(
    'is the desk’s alone, says something, and is refused where nobody can be waited for',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const { number } = await open(callBy(camille), form);
      const ask = (actor: Parameters<typeof callBy>[0], body: string) => askMore(callBy(actor), { number, body });
      await expect(ask(camille, 'Et vous ?')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(ask({ kind: 'visitor' }, 'Et vous ?')).rejects.toMatchObject({ code: 'forbidden' });
      await expect(ask(theo, '  ')).rejects.toMatchObject({ fields: { body: { key: 'errors.required' } } });
      await reply(callBy(theo), { number, body: 'C’est fait.', to: 'resolved' });
      await expect(ask(theo, 'Vraiment ?')).rejects.toMatchObject({ code: 'conflict' });
    }),
  );
});
