import { z } from 'zod';
import { countOpenReasons, tallies } from '@/db/articles/votes';
import { AUDIENCES } from '@/domain/access/grants';
import { FEEDBACK_PERIODS, unhelpedAtLeast, worstFirst } from '@/domain/articles/feedback';
import { LOCALES } from '@/domain/people/locale';
import { query } from '../kernel/action';
import { articleByKey, collections, pathOf } from '../kernel/content';
import { sinceOf } from './period';

const PAGE_SIZE = 50;
/** A file is read in larger parts than a page. */
const MOST = 1_000;

/**
 * What readers say of each article, in each language: those that most surely leave readers without an answer first, 50 a
 * page. For editors only; articles that are no longer published are listed by their key.
 */
export const feedback = query({
  permission: 'articles.feedback',
  input: z.object({
    period: z.enum(FEEDBACK_PERIODS).default('12'),
    locale: z.enum(LOCALES).optional(),
    /** The key of a collection, the same in all languages. */
    collection: z.string().max(120).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    limit: z.number().int().min(1).max(MOST).default(PAGE_SIZE),
  }),
  async run({ db, input, now }) {
    const homes = LOCALES.flatMap((locale) => collections(locale, AUDIENCES));
    const wanted = homes.filter((home) => home.key === input.collection);
    const articleKeys = input.collection
      ? wanted.flatMap((home) => home.sections.flatMap((section) => section.articles.map(({ key }) => key)))
      : undefined;
    const rows = await tallies(db, { since: sinceOf(input.period, now), locale: input.locale, articleKeys });
    // The order comes of the votes themselves, so all are counted and a page is cut from them (decision 0021).
    const ranked = rows
      .map((row) => ({ ...row, unhelped: unhelpedAtLeast(row.tally), name: `${row.articleKey} ${row.locale}` }))
      .sort((a, b) => worstFirst(a, b) || (a.name < b.name ? -1 : 1));
    const pages = Math.max(1, Math.ceil(ranked.length / input.limit));
    const page = Math.min(input.page, pages);
    const articles = ranked.slice((page - 1) * input.limit, page * input.limit).map(({ name: _, ...row }) => {
      const entry = articleByKey(row.locale, row.articleKey, AUDIENCES);
      const home = entry && homes.find((one) => one.locale === entry.locale && one.slug === entry.folder);
      return {
        ...row,
        title: entry?.title ?? null,
        path: entry && pathOf(entry),
        collection: home?.title ?? null,
      };
    });
    return { articles, page, pages, open: await countOpenReasons(db) };
  },
});
