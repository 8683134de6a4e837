import { describe, expect, it } from 'vitest';
import { makeIdea } from '@/db/ideas/factory';
import { makeIndex } from '@/db/search/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { find } from '../search/find';
import { indexRow } from '../search/keep';
import { forgetKnownIndex } from '../search/known';
import { callBy } from '../testing/call';
import { list } from './list';
import { merge } from './merge';
import { move } from './move';
import { propose } from './propose';
import { queue } from './queue';
import { show } from './show';
import { cast, told, VISITOR, WORDS } from './testing';
import { unmerge } from './unmerge';

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
