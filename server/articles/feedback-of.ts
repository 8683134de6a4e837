import { z } from 'zod';
import { reasonsOf, tallies, weeklyTallies } from '@/db/articles/votes';
import { namesOf } from '@/db/people/queries';
import { houseTimeZone } from '@/db/sla/house-zone';
import { AUDIENCES } from '@/domain/access/grants';
import { FEEDBACK_PERIODS, unhelpedAtLeast } from '@/domain/articles/feedback';
import { weeksBetween } from '@/domain/articles/weeks';
import { notFound } from '@/domain/refusal';
import { query } from '../kernel/action';
import { articleByKey, pathOf } from '../kernel/content';
import { partFields, placeValue, turns } from '../kernel/part';
import { articleFields } from '../kernel/readable-article';
import { sinceOf } from './period';

const PAGE_SIZE = 50;
/** A file is read in larger parts than a page. */
const MOST = 500;
const NOTHING = { yes: 0, partly: 0, no: 0 };

/**
 * What readers say of one article in one language: the sums, each week of the period (weeks without a vote included, oldest
 * first) and the reasons in full, 50 a page. Who voted is not told: a reason is about the article. Throws `not-found` for what has
 * neither a vote nor an article.
 */
export const feedbackOf = query({
  permission: 'articles.feedbackOf',
  input: z.object({
    ...articleFields,
    period: z.enum(FEEDBACK_PERIODS).default('12'),
    ...partFields(z.tuple([placeValue.flag, placeValue.instant, placeValue.id])),
    limit: z.number().int().min(1).max(MOST).default(PAGE_SIZE),
  }),
  async run({ db, input, now }) {
    const { locale, articleKey, period, after, before, limit } = input;
    const entry = articleByKey(locale, articleKey, AUDIENCES);
    const since = sinceOf(period, now);
    const timeZone = await houseTimeZone(db);
    const filter = { since, locale, articleKeys: [articleKey] };
    const [[sums], weekly, page] = await Promise.all([
      tallies(db, filter),
      weeklyTallies(db, filter, timeZone),
      reasonsOf(db, filter, { after, before, size: limit }),
    ]);
    if (!entry && !sums) throw notFound('article');
    const known = new Map(weekly.map(({ week, tally }) => [week, tally]));
    const names = await namesOf(
      db,
      page.rows.flatMap((reason) => (reason.handledBy ? [reason.handledBy] : [])),
    );
    return {
      articleKey,
      locale,
      title: entry?.title ?? null,
      path: entry && pathOf(entry),
      tally: sums?.tally ?? NOTHING,
      unhelped: unhelpedAtLeast(sums?.tally ?? NOTHING),
      open: sums?.open ?? 0,
      weeks: weeksBetween(since ?? weekly[0]?.week, now, timeZone).map((week) => ({
        week,
        tally: known.get(week) ?? NOTHING,
      })),
      reasons: page.rows.map(({ id, verdict, reason, words, votedAt, handledAt, handledBy }) => ({
        id,
        verdict,
        reason,
        words,
        votedAt,
        handledAt,
        handledBy: handledBy ? (names.get(handledBy) ?? null) : null,
      })),
      ...turns(page),
    };
  },
});
