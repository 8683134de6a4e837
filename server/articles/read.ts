import { z } from 'zod';
import { granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey } from '../kernel/content';
import { countReading } from './read-counts';

/**
 * Counts that an article was read. A number for each week and nothing about who read; an article that the actor may not
 * see counts nothing.
 */
export const read = query({
  permission: 'articles.read',
  pace: { max: 60, seconds: 60 },
  input: z.object({ articleKey: z.string().max(200), locale: z.enum(LOCALES) }),
  async run({ actor, input, call, now }) {
    const article = articleByKey(input.locale, input.articleKey, audiencesOf(granteeOf(actor)));
    return { counted: article !== null && countReading(input.locale, article.key, call.origin, now) };
  },
});
