import { z } from 'zod';
import { houseTimeZone } from '@/db/sla/house-zone';
import { AUDIENCES } from '@/domain/access/grants';
import { REVIEW_STATES, reviewDueOn, reviewState } from '@/domain/articles/reviews';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { fold } from '@/domain/search/words';
import { dayIn } from '@/domain/time/days';
import { query } from '../kernel/action';
import { pathOf } from '../kernel/content';
import { type ShelvedArticle, shelvedArticles } from './shelved';

const PAGE_SIZE = 25;
/** What a list of articles may be narrowed to: a state of review, or those without a translation. */
const SHOWN = [...REVIEW_STATES, 'untranslated'] as const;

const rowOf = ({ article, home, collectionEvery }: ShelvedArticle, translated: ReadonlySet<string>, today: string) => {
  const { key, locale, title, author, audience, changedOn, reviewedOn, reviewEvery } = article;
  const reviewed = { reviewedOn, reviewEvery, collectionEvery };
  return {
    ...{ key, locale, title, author, audience, changedOn, reviewedOn },
    href: pathOf(article),
    collection: home,
    dueOn: reviewDueOn(reviewed),
    state: reviewState(reviewed, today),
    missing: LOCALES.filter((other: Locale) => !translated.has(`${other} ${key}`)),
  };
};

/**
 * All articles of all languages for editors, whoever may read them: the review that is due longest first, 25 a page,
 * narrowed by words of title, author or key, by language, audience and what is to be done. Counts what is due.
 */
export const list = query({
  permission: 'articles.list',
  input: z.object({
    text: z.string().trim().max(200).default(''),
    locale: z.enum(LOCALES).optional(),
    audience: z.enum(AUDIENCES).optional(),
    shown: z.enum(SHOWN).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  async run({ db, input, actor, now }) {
    const today = dayIn(now, actor.kind === 'user' ? actor.timeZone : await houseTimeZone(db));
    const shelved = shelvedArticles();
    const translated = new Set(shelved.map(({ article }) => `${article.locale} ${article.key}`));
    const all = shelved.map((one) => rowOf(one, translated, today));
    const words = fold(input.text).split(/\s+/);
    const rows = all
      .filter((row) => !input.locale || row.locale === input.locale)
      .filter((row) => !input.audience || row.audience === input.audience)
      .filter(
        (row) => !input.shown || (input.shown === 'untranslated' ? row.missing.length > 0 : row.state === input.shown),
      )
      .filter((row) => {
        const said = fold(`${row.title} ${row.author} ${row.key} ${row.collection}`);
        return words.every((word) => said.includes(word));
      })
      .sort((a, b) => (a.dueOn === b.dueOn ? a.title.localeCompare(b.title) : a.dueOn < b.dueOn ? -1 : 1));
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    const page = Math.min(input.page, pages);
    return {
      articles: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      ...{ page, pages, found: rows.length, due: all.filter((row) => row.state === 'due').length },
    };
  },
});
