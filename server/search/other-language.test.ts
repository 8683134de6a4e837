import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeDocument, makeIndex } from '@/db/search/factory';
import { writeDocuments } from '@/db/search/write';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { find } from './find';
import { forgetKnownIndex } from './known';
import { suggest } from './suggest';
import { VISITOR } from './testing';

describe('what is written in the other language alone', () => {
  const texts = [
    makeDocument({
      ...{ kind: 'article', key: 'meeting', title: 'Préparer une assemblée générale', alone: true },
      body: 'Compter les présents, vérifier le quorum. Une fois en train de voter, noter les procurations.',
    }),
    makeDocument({
      ...{ kind: 'article', key: 'proxies', title: 'Voter par procuration', alone: true, audience: 'customers' },
      body: 'Une procuration par adhérent.',
    }),
    makeDocument({ kind: 'article', key: 'import', title: 'Importer', body: 'Un fichier sans quorum.' }),
    makeDocument({ kind: 'article', key: 'import', locale: 'en', title: 'Import', body: 'A file without a quorum.' }),
  ];
  const search = async (query: string, locale: 'fr' | 'en', actor: Actor = VISITOR) => {
    const { hits, total, facets } = await find(callBy(actor), { query, locale });
    expect([total, facets.article]).toEqual([hits.length, hits.length]);
    const narrowed = await find(callBy(actor), { query, locale, kind: 'article' });
    expect(narrowed.hits).toEqual(hits);
    return hits.map((hit) => `${hit.key} ${hit.locale}`);
  };
  const customer = async (tx: Tx): Promise<Actor> => actorOf(await makeUser(tx, {}));

  it(
    'is found by readers of both, once, and behind what says the same in the language of the reader',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('quorum', 'en')).toEqual(['import en', 'meeting fr']);
      expect((await search('quorum', 'fr')).sort()).toEqual(['import fr', 'meeting fr']);
      // Words that say nothing in French are no words of the question, though English does not know them.
      expect(await search('comment préparer une assemblée générale', 'en')).toEqual(['meeting fr']);
      expect(await search('assemblées', 'en')).toEqual(['meeting fr']);
      const suggested = await suggest(callBy(VISITOR), { query: 'assembl', locale: 'en' });
      expect(suggested.hits.map(({ key, locale }) => `${key} ${locale}`)).toEqual(['meeting fr']);
    }),
  );

  it(
    'is nothing to a question that only shares a word that looks alike',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('book a train ticket', 'en')).toEqual([]);
      expect(await search('train voter cards quickly', 'en')).toEqual([]);
    }),
  );

  it(
    'is held to its audience',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('procuration', 'en')).toEqual(['meeting fr']);
      expect((await search('procuration', 'en', await customer(tx))).sort()).toEqual(['meeting fr', 'proxies fr']);
    }),
  );

  it(
    'is found by its own readers only once there is a translation',
    rolledBack(async (tx) => {
      const id = await makeIndex(tx, texts);
      const [meeting] = texts;
      if (!meeting) throw new Error('the texts are incomplete');
      const { alone: _, ...translated } = meeting;
      await writeDocuments(tx, id, [{ ...translated, hash: 'translated' }]);
      forgetKnownIndex();
      expect(await search('quorum', 'en')).toEqual(['import en']);
      expect((await search('quorum', 'fr')).sort()).toEqual(['import fr', 'meeting fr']);
    }),
  );
});
