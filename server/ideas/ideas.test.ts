import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeIdea } from '@/db/ideas/factory';
import { ideas } from '@/db/ideas/schema';
import { ideaVisibility } from '@/db/ideas/visibility';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { makeTheme } from '@/db/roadmap/factory';
import { makeIndex } from '@/db/search/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, jobWaits, mailsTo } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import { maySeeIdea } from '@/domain/access/ideas';
import { systemCall } from '../kernel/call';
import { find } from '../search/find';
import { indexRow } from '../search/keep';
import { forgetKnownIndex } from '../search/known';
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
import { unmerge } from './unmerge';
import { vote } from './vote';
import { withdraw } from './withdraw';

const VISITOR: Actor = { kind: 'visitor' };
const WORDS = {
  title: 'Relancer par SMS',
  need: 'Un bouton de relance.',
  why: 'Gagner du temps',
  rhythm: 'monthly' as const,
};

const cast = async (tx: Tx) => {
  const [camille, noor, sylvie] = [
    await makeUser(tx, { name: 'Camille Roux' }),
    await makeUser(tx, { name: 'Noor Benali' }),
    await makeUser(tx, { name: 'Sylvie Marchand' }),
  ];
  const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [
    { userId: camille.id, manager: true },
    { userId: noor.id, manager: false },
  ]);
  return {
    garden,
    camille: actorOf(camille, [{ organisationId: garden, manager: true }]),
    noor: actorOf(noor, [{ organisationId: garden, manager: false }]),
    sylvie: actorOf(sylvie),
    theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
    ines: actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' })),
  };
};

const told = async (tx: Tx, number: number) => {
  const [row] = await tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.number, number));
  return announce(systemCall('worker'), { ideaId: row?.id ?? '' });
};

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
      const [listed] = (await list(callBy(noor), { text: 'bouton de relance' })).ideas;
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

describe('merging ideas', () => {
  it(
    'adds up their voices, counts nobody twice, tells who supported the one that ends, and can be taken back',
    rolledBack(async (tx) => {
      const { camille, noor, sylvie, ines } = await cast(tx);
      const at = new Date();
      const reviewed = [{ to: 'reviewed' as const, actorId: ines.id, at }];
      const first = await makeIdea(tx, { authorId: camille.id }, reviewed, [noor.id]);
      const second = await makeIdea(tx, { authorId: sylvie.id, title: 'SMS de relance' }, reviewed, [noor.id]);
      const third = await makeIdea(tx, { authorId: ines.id, title: 'Textos' }, reviewed, []);
      await merge(callBy(ines), { number: third.number, into: second.number });
      await merge(callBy(ines), { number: second.number, into: ` n°\u00a0${first.number} ` });
      expect(await show(callBy(sylvie), { number: first.number })).toMatchObject({ votes: 4, supported: true });
      expect(await show(callBy(sylvie), { number: second.number })).toMatchObject({
        mergedInto: { number: first.number, title: first.title },
        takesVotes: false,
      });
      expect((await list(callBy(VISITOR), { text: 'SMS' })).ideas.map(({ number }) => number)).toEqual([first.number]);
      expect((await list(callBy(sylvie), { text: 'Relancer par SMS' })).ideas[0]?.supported).toBe(true);
      await told(tx, second.number);
      expect(await mailsTo(tx, sylvie.email)).toMatchObject([{ data: { into: { number: first.number } } }]);
      await expect(merge(callBy(ines), { number: first.number, into: second.number })).rejects.toMatchObject({
        fields: { into: { key: 'errors.ideaMerged' } },
      });

      await unmerge(callBy(ines), { number: second.number });
      expect(await show(callBy(sylvie), { number: first.number })).toMatchObject({ votes: 2, supported: false });
      expect(await show(callBy(sylvie), { number: second.number })).toMatchObject({ votes: 3, mergedInto: null });
      await expect(unmerge(callBy(ines), { number: second.number })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );

  it(
    'asks for another one that is published and stands for itself',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const { number } = await propose(callBy(camille), WORDS);
      const other = await propose(callBy(camille), { ...WORDS, title: 'Textos' });
      const into = (typed: string | number) => merge(callBy(ines), { number, into: typed });
      const fault = (key: string) => ({ fields: { into: { key } } });
      await expect(into(number)).rejects.toMatchObject(fault('errors.ideaSame'));
      await expect(into(2_000_000_000)).rejects.toMatchObject(fault('errors.notFound.idea'));
      await expect(into('beaucoup')).rejects.toMatchObject(fault('errors.ideaNumber'));
      await expect(into(other.number)).rejects.toMatchObject(fault('errors.ideaUnread'));
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

describe('the review queue', () => {
  it(
    'holds what nobody has read, oldest first, with how many there are in each state',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const day = (days: number) => new Date(Date.now() - days * 86_400_000);
      const before = (await queue(callBy(ines), {})).counts;
      const young = await makeIdea(tx, { authorId: camille.id, title: 'Quetzal jeune', createdAt: day(1) });
      const old = await makeIdea(tx, { authorId: camille.id, title: 'Quetzal vieux', createdAt: day(9) });
      const read = await makeIdea(tx, { authorId: camille.id, title: 'Quetzal lu', createdAt: day(5) }, [
        { to: 'planned', actorId: ines.id, at: day(4) },
      ]);
      const found = await queue(callBy(ines), { text: 'quetzal' });
      expect(found.ideas.map(({ number }) => number)).toEqual([old.number, young.number]);
      expect(found.counts).toMatchObject({ received: before.received + 2, planned: before.planned + 1 });
      expect((await queue(callBy(ines), { state: 'planned', text: 'quetzal' })).ideas).toMatchObject([
        { number: read.number, author: 'Camille Roux' },
      ]);
    }),
  );
});

describe('search', () => {
  it(
    'finds an idea from the moment it is published, in both languages, and not what was merged into another one',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      await makeIndex(tx, []);
      const { number } = await propose(callBy(camille), { ...WORDS, title: 'Compter les ornithorynques' });
      const keys = async (locale: 'fr' | 'en') => {
        await indexRow('idea', String(number));
        forgetKnownIndex();
        const { hits } = await find(callBy(VISITOR), { query: 'ornithorynques', locale, kind: 'idea' });
        return hits.map(({ key, href }) => [key, href]);
      };
      expect(await keys('fr')).toEqual([]);
      await move(callBy(ines), { number, from: 'received', to: 'reviewed' });
      expect(await keys('fr')).toEqual([[String(number), `/fr/ideas/${number}`]]);
      expect(await keys('en')).toEqual([[String(number), `/en/ideas/${number}`]]);
      const at = new Date();
      const other = await makeIdea(tx, { authorId: camille.id }, [{ to: 'reviewed', actorId: ines.id, at }]);
      await merge(callBy(ines), { number, into: other.number });
      expect(await keys('fr')).toEqual([]);
    }),
  );
});
