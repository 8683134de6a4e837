import { z } from 'zod';
import { countOpenReasons, tallies } from '@/db/articles/votes';
import { AUDIENCES } from '@/domain/access/grants';
import { FEEDBACK_PERIODS, unhelpedAtLeast, worstFirst } from '@/domain/articles/feedback';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey, collections, pathOf } from '../kernel/content';
import { sinceOf } from './period';

/**
 * What readers say of each article, in each language: those that most surely leave readers without an answer first. For
 * editors only; articles that are no longer published are listed by their key.
 */
export const feedback = query({
  permission: 'articles.feedback',
  input: z.object({
    period: z.enum(FEEDBACK_PERIODS).default('12'),
    locale: z.enum(LOCALES).optional(),
    /** The key of a collection, the same in all languages. */
    collection: z.string().max(120).optional(),
  }),
  async run({ db, input, now }) {
    const homes = LOCALES.flatMap((locale) => collections(locale, AUDIENCES));
    const wanted = homes.filter((home) => home.key === input.collection);
    const articleKeys = input.collection
      ? wanted.flatMap((home) => home.sections.flatMap((section) => section.articles.map(({ key }) => key)))
      : undefined;
    const rows = await tallies(db, { since: sinceOf(input.period, now), locale: input.locale, articleKeys });
    const articles = rows.map((row) => {
      const entry = articleByKey(row.locale, row.articleKey, AUDIENCES);
      const home = entry && homes.find((one) => one.locale === entry.locale && one.slug === entry.folder);
      return {
        ...row,
        unhelped: unhelpedAtLeast(row.tally),
        title: entry?.title ?? null,
        path: entry && pathOf(entry),
        collection: home?.title ?? null,
      };
    });
    return { articles: articles.sort(worstFirst), open: await countOpenReasons(db) };
  },
});
