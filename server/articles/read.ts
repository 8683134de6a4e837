import { z } from 'zod';
import { productVersionsOf } from '@/db/articles/version-readers';
import { granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey } from '../kernel/content';
import { countReading, countVersionReading } from './read-counts';

/**
 * Counts that an article was read. A number for each week and nothing about who read; for people of an organisation that
 * names its version of the product, also as one reader among those of that version. An article that the actor may not see
 * counts nothing.
 */
export const read = query({
  permission: 'articles.read',
  pace: { max: 60, seconds: 60 },
  input: z.object({ articleKey: z.string().max(200), locale: z.enum(LOCALES) }),
  async run({ db, actor, input, call, now }) {
    const article = articleByKey(input.locale, input.articleKey, audiencesOf(granteeOf(actor)));
    const counted = article !== null && countReading(input.locale, article.key, call.origin, now);
    if (counted && actor.kind === 'user') {
      const organisationIds = actor.memberships.map(({ organisationId }) => organisationId);
      const versions = await productVersionsOf(db, organisationIds);
      for (const version of versions) countVersionReading(input.locale, article.key, version, actor.id);
    }
    return { counted };
  },
});
