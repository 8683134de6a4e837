import { z } from 'zod';
import { readMost } from '@/db/articles/reads';
import { houseTimeZone } from '@/db/sla/house-zone';
import { granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { MOST_READ_WEEKS, readingWeek } from '@/domain/articles/reads';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey } from '../kernel/content';

/** Some of those read most may have gone meanwhile, or be for others. */
const MARGIN = 20;

/** Keys of the articles read most in the last four weeks that the actor may see, most read first. Numbers stay inside. */
export const mostRead = query({
  permission: 'articles.mostRead',
  input: z.object({ locale: z.enum(LOCALES), limit: z.number().int().min(1).max(20).default(6) }),
  async run({ db, actor, input, now }) {
    const { locale, limit } = input;
    const audiences = audiencesOf(granteeOf(actor));
    const since = readingWeek(now, await houseTimeZone(db), MOST_READ_WEEKS - 1);
    const counts = await readMost(db, locale, since, limit + MARGIN);
    const known = counts.filter(({ articleKey }) => articleByKey(locale, articleKey, audiences) !== null);
    return known.slice(0, limit).map(({ articleKey }) => articleKey);
  },
});
