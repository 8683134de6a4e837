import { beforeAll, describe, expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { open } from './open';
import { show } from './show';

const REQUEST = {
  typeKey: 'question',
  subject: 'Je ne trouve pas comment importer',
  description: 'L’article ne dit rien des fichiers CSV.',
  files: [],
};

beforeAll(() =>
  publishArticles([
    { key: 'import', title: 'Importer vos adhérents' },
    { key: 'refunds', title: 'Rembourser hors délai', audience: 'agents' },
  ]),
);

describe('a request that comes from an article', () => {
  it(
    'shows the article to both sides',
    rolledBack(async (tx) => {
      const camille = actorOf(await makeUser(tx));
      const theo = actorOf(await makeUser(tx, { role: 'agent' }));
      const { number } = await open(callBy(camille), { ...REQUEST, articleKey: 'import' });
      for (const reader of [camille, theo]) {
        expect((await show(callBy(reader), { number })).article).toEqual({
          title: 'Importer vos adhérents',
          path: '/fr/help/adherents/import',
        });
      }
    }),
  );

  it(
    'keeps no article that its writer may not see or that does not exist',
    rolledBack(async (tx) => {
      const camille = actorOf(await makeUser(tx));
      const theo = actorOf(await makeUser(tx, { role: 'agent' }));
      for (const articleKey of ['refunds', 'none', '']) {
        const { number } = await open(callBy(camille), { ...REQUEST, articleKey });
        expect(await show(callBy(theo), { number })).toMatchObject({ article: null, articleKey: null });
      }
    }),
  );
});
