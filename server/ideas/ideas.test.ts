import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { makeIdea } from '@/db/ideas/factory';
import { ideas } from '@/db/ideas/schema';
import { ideaVisibility } from '@/db/ideas/visibility';
import { makeTheme } from '@/db/roadmap/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, jobWaits, mailsTo } from '@/db/testing/traces';
import { maySeeIdea } from '@/domain/access/ideas';
import { callBy } from '../testing/call';
import { announce } from './announce';
import { edit } from './edit';
import { list } from './list';
import { merge } from './merge';
import { move } from './move';
import { own } from './own';
import { propose } from './propose';
import { queue } from './queue';
import { show } from './show';
import { cast, told, VISITOR, WORDS } from './testing';
import { unmerge } from './unmerge';
import { vote } from './vote';
import { withdraw } from './withdraw';

describe('an idea', () => {
  it(
    'is seen by its author and staff alone until the product team has read it, and supported by others from then on',
    rolledBack(async (tx) => {
      const { camille, noor, sylvie, theo, ines, garden } = await cast(tx);
      const call = callBy(camille);
      const { number } = await propose(call, { ...WORDS, organisationId: garden });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'ideas.propose' }]);
      for (const actor of [VISITOR, noor, sylvie]) {
        await expect(show(callBy(actor), { number })).rejects.toMatchObject({ code: 'not-found' });
        expect((await list(callBy(actor), { text: 'relance' })).ideas.map((idea) => idea.number)).not.toContain(number);
      }
      expect(await show(callBy(theo), { number })).toMatchObject({ state: 'received', author: null, requests: [] });
      expect(await show(call, { number })).toMatchObject({ own: true, supported: true, votes: 1, takesVotes: false });
      expect((await own(call, {})).ideas).toMatchObject([{ number, state: 'received' }]);
      expect((await own(callBy(noor), {})).ideas).toEqual([]);

      await move(callBy(ines), { number, from: 'received', to: 'reviewed' });
      expect(await vote(callBy(noor), { number })).toEqual({ number, votes: 2 });
      expect(await vote(callBy(noor), { number })).toEqual({ number, votes: 2 });
      expect(await show(callBy(VISITOR), { number })).toMatchObject({
        state: 'reviewed',
        votes: 2,
        own: false,
        supported: false,
        // Who proposed it, and who stands behind it, is for the product team.
        author: null,
        organisation: null,
        backing: null,
        history: [
          { kind: 'proposed', actor: null },
          { kind: 'moved', to: 'reviewed', actor: null },
        ],
      });
      expect(await show(callBy(ines), { number })).toMatchObject({
        author: 'Camille Roux',
        organisation: 'Les Amis du Jardin',
        backing: { people: 2, organisations: 1, requests: 0 },
      });
      const [listed] = (await list(callBy(noor), { text: 'BOUTÔN de relance' })).ideas;
      expect(listed).toMatchObject({ number, votes: 2, supported: true, own: false });
      expect(await withdraw(callBy(noor), { number })).toEqual({ number, votes: 1 });
    }),
  );

  it(
    'is written once, however often it is sent, and for an organisation of its author',
    rolledBack(async (tx) => {
      const { camille, sylvie, garden } = await cast(tx);
      const idempotencyKey = randomUUID();
      const first = await propose(callBy(camille), { ...WORDS, idempotencyKey });
      expect(await propose(callBy(camille), { ...WORDS, idempotencyKey })).toEqual(first);
      expect((await own(callBy(camille), {})).ideas).toHaveLength(1);
      await expect(propose(callBy(sylvie), { ...WORDS, organisationId: garden })).rejects.toMatchObject({
        fields: { organisationId: { key: 'errors.choice' } },
      });
      await expect(propose(callBy(camille), { ...WORDS, title: ' ', need: '' })).rejects.toMatchObject({
        fields: { title: { key: 'errors.required' }, need: { key: 'errors.required' } },
      });
    }),
  );

  it(
    'tells who supports it what became of it, once for each decision, and not whoever decided',
    rolledBack(async (tx) => {
      const { camille, noor, sylvie, ines } = await cast(tx);
      const { number } = await propose(callBy(camille), WORDS);
      const theme = await makeTheme(tx, { title: { fr: 'Relances', en: 'Reminders' } });
      await move(callBy(ines), { number, from: 'received', to: 'reviewed' });
      await vote(callBy(noor), { number });
      await vote(callBy(sylvie), { number });
      await vote(callBy(ines), { number });
      await withdraw(callBy(sylvie), { number });
      // Before anybody is told, it is grouped: only that is told.
      await move(callBy(ines), { number, from: 'reviewed', to: 'grouped', theme: theme.key });
      await told(tx, number);
      await told(tx, number);
      const [mail, ...more] = await mailsTo(tx, camille.email);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({
        template: 'ideas.moved',
        threadKey: `idea:${number}`,
        data: { state: 'grouped', own: true, theme: { fr: 'Relances' }, reason: null, into: null },
      });
      expect(await mailsTo(tx, noor.email)).toMatchObject([{ data: { own: false } }]);
      expect(await mailsTo(tx, sylvie.email)).toEqual([]);
      expect(await mailsTo(tx, ines.email)).toEqual([]);

      await move(callBy(ines), {
        number,
        from: 'grouped',
        to: 'declined',
        reason: { fr: 'Trop rare.', en: 'Too rare.' },
      });
      await told(tx, number);
      expect((await mailsTo(tx, noor.email))[0]).toMatchObject({
        data: { state: 'declined', reason: { fr: 'Trop rare.' } },
      });
      expect(await show(callBy(VISITOR), { number })).toMatchObject({ reason: { fr: 'Trop rare.' }, theme: null });
    }),
  );

  it(
    'is moved only where the table leads, from the state the editor saw, with what the move has to say',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const { number } = await propose(callBy(camille), WORDS);
      const by = callBy(ines);
      await expect(move(by, { number, from: 'reviewed', to: 'planned' })).rejects.toMatchObject({ code: 'conflict' });
      await expect(move(by, { number, from: 'received', to: 'received' })).rejects.toMatchObject({
        messageKey: 'errors.ideaMove',
      });
      await expect(move(by, { number, from: 'received', to: 'grouped' })).rejects.toMatchObject({
        fields: { theme: { key: 'errors.required' } },
      });
      await expect(move(by, { number, from: 'received', to: 'planned', theme: 'none-such' })).rejects.toMatchObject({
        fields: { theme: { key: 'errors.choice' } },
      });
      await expect(move(by, { number, from: 'received', to: 'declined', reason: { fr: ' ' } })).rejects.toMatchObject({
        fields: { 'reason.fr': { key: 'errors.required' } },
      });
      expect((await show(by, { number })).state).toBe('received');
      await move(by, { number, from: 'received', to: 'declined', reason: { fr: 'Trop rare.' } });
      // Never published: a name or a figure in it stays between its author and us.
      await expect(show(callBy(VISITOR), { number })).rejects.toMatchObject({ code: 'not-found' });
      expect(await show(callBy(camille), { number })).toMatchObject({
        state: 'declined',
        reason: { fr: 'Trop rare.' },
      });
      const [row] = await tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.number, number));
      expect(await jobWaits(tx, [`ideas.announce:${row?.id}`])).toBe(true);
    }),
  );

  it(
    'takes no votes once it is done, declined or merged, but lets everybody withdraw theirs',
    rolledBack(async (tx) => {
      const { camille, noor, ines } = await cast(tx);
      const at = new Date();
      const shipped = await makeIdea(tx, { authorId: camille.id }, [{ to: 'shipped', actorId: ines.id, at }]);
      await expect(vote(callBy(noor), { number: shipped.number })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.ideaVote',
      });
      expect(await withdraw(callBy(camille), { number: shipped.number })).toMatchObject({ votes: 0 });
      expect(await withdraw(callBy(camille), { number: shipped.number })).toMatchObject({ votes: 0 });
    }),
  );

  it(
    'is put into other words, but not over those of somebody else',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const { number } = await propose(callBy(camille), WORDS);
      const { changedAt } = await show(callBy(ines), { number });
      const later = callBy(ines, new Date(changedAt.getTime() + 1000));
      const words = {
        title: 'Relancer les cotisations',
        need: 'Un bouton.',
        why: '',
        situation: '',
        rhythm: '' as const,
      };
      await edit(later, { number, seenAt: changedAt, ...words });
      expect(await show(callBy(camille), { number })).toMatchObject({ title: words.title, why: '', rhythm: null });
      await expect(edit(callBy(ines), { number, seenAt: changedAt, ...words })).rejects.toMatchObject({
        messageKey: 'errors.editedMeanwhile',
      });
    }),
  );
});

describe('who may not', () => {
  it(
    'visitors neither propose nor vote, and nobody but the product team decides',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const at = new Date();
      const { number } = await makeIdea(tx, { authorId: camille.id }, [{ to: 'reviewed', actorId: ines.id, at }]);
      const visitor = callBy(VISITOR);
      for (const act of [
        () => propose(visitor, WORDS),
        () => vote(visitor, { number }),
        () => withdraw(visitor, { number }),
        () => own(visitor, {}),
      ]) {
        await expect(act()).rejects.toMatchObject({ code: 'forbidden', messageKey: 'errors.signInFirst' });
      }
      for (const actor of [VISITOR, camille, theo]) {
        const call = callBy(actor);
        for (const act of [
          () => queue(call, {}),
          () => move(call, { number, from: 'reviewed', to: 'planned' }),
          () => edit(call, { number, seenAt: at, ...WORDS }),
          () => merge(call, { number, into: number + 1 }),
          () => unmerge(call, { number }),
          () => announce(call, { ideaId: randomUUID() }),
        ]) {
          await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
        }
      }
    }),
  );

  it(
    'the row rule says the same as predicate and as SQL',
    rolledBack(async (tx) => {
      const { camille, noor, theo, ines } = await cast(tx);
      const at = new Date();
      const all = [
        await makeIdea(tx, { authorId: camille.id }),
        await makeIdea(tx, { authorId: noor.id }),
        await makeIdea(tx, { authorId: camille.id }, [{ to: 'reviewed', actorId: ines.id, at }]),
        await makeIdea(tx, { authorId: camille.id }, [
          { to: 'declined', reason: { fr: 'Non.' }, actorId: ines.id, at },
        ]),
      ];
      for (const actor of [VISITOR, camille, noor, theo, ines, { kind: 'system', name: 'worker' } as const]) {
        const rows = await tx.select({ id: ideas.id }).from(ideas).where(ideaVisibility(actor));
        const seen = new Set(rows.map(({ id }) => id));
        for (const idea of all) expect(seen.has(idea.id)).toBe(maySeeIdea(actor, idea));
      }
    }),
  );
});
