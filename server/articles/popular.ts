import { z } from 'zod';
import { productVersionsOf, readMostWith } from '@/db/articles/version-readers';
import { houseTimeZone } from '@/db/sla/house-zone';
import { granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import { MOST_READ_WEEKS, readingWeek, VERSION_READERS_FLOOR } from '@/domain/articles/reads';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey } from '../kernel/content';

/** Some of those read most may have gone meanwhile, or be for others. */
const MARGIN = 20;

/**
 * What people whose organisation uses the same version of the product read most in the last four weeks, of what the actor
 * may see: the version and the keys, most read first. Null without an organisation that names its version, and while too
 * few have read the same for it to tell of nobody. Of several versions, the newest that has something to show.
 */
export const popular = query({
  permission: 'articles.popular',
  input: z.object({ locale: z.enum(LOCALES), limit: z.number().int().min(1).max(20).default(6) }),
  async run({ db, actor, input, now }) {
    const { locale, limit } = input;
    const memberships = actor.kind === 'user' ? actor.memberships : [];
    const versions = await productVersionsOf(
      db,
      memberships.map(({ organisationId }) => organisationId),
    );
    const audiences = audiencesOf(granteeOf(actor));
    const since = readingWeek(now, await houseTimeZone(db), MOST_READ_WEEKS - 1);
    for (const version of versions) {
      const about = { version, locale, since, floor: VERSION_READERS_FLOOR };
      const found = await readMostWith(db, about, limit + MARGIN);
      const keys = found.filter((key) => articleByKey(locale, key, audiences) !== null).slice(0, limit);
      if (keys.length > 0) return { version, keys };
    }
    return null;
  },
});
