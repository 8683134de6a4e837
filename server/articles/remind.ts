import { z } from 'zod';
import { claimReminders, type Reviewer, reviewers } from '@/db/articles/reviews';
import { houseTimeZone } from '@/db/sla/house-zone';
import { administers } from '@/domain/access/grants';
import { reminderPeriod } from '@/domain/articles/reviews';
import { fold } from '@/domain/search/words';
import { dayIn } from '@/domain/time/days';
import { action } from '../kernel/action';
import { hasContent, pathOf } from '../kernel/content';
import { type ShelvedArticle, shelvedArticles } from './shelved';

/**
 * Writes to those who look after articles that nobody has read again in time: the author where they may review, else all
 * editors; one mail a person, once for each article and period, however often and late this runs. Throws where no content
 * was ever seen, so that a worker that has it tries again.
 */
export const remind = action({
  permission: 'articles.remind',
  input: z.object({}),
  async run({ tx, now, outbox, audit }) {
    if (!hasContent()) throw new Error('there is no content here to look after');
    // By the calendar of the house, so that workers anywhere find the same period.
    const today = dayIn(now, await houseTimeZone(tx));
    const people = await reviewers(tx);
    audit({ type: 'articles', id: today });
    if (people.length === 0) return { reminded: 0, mails: 0 };
    const due = shelvedArticles().flatMap((shelved) => {
      const { reviewedOn, reviewEvery } = shelved.article;
      const period = reminderPeriod({ reviewedOn, reviewEvery, collectionEvery: shelved.collectionEvery }, today);
      return period ? [{ ...shelved, period }] : [];
    });
    const reminders = due.map(({ article, period }) => ({ articleKey: article.key, locale: article.locale, period }));
    const claimed = new Set((await claimReminders(tx, reminders, now)).map(nameOf));
    const fresh = due.filter(({ article }) => claimed.has(nameOf({ articleKey: article.key, locale: article.locale })));
    const digests = digestsFor(fresh, people);
    for (const [person, articles] of digests) {
      await outbox.mail({ template: 'articles.review', to: person, data: mailOf(articles) });
    }
    audit({ type: 'articles', id: today }, { reminded: fresh.length, mails: digests.size });
    return { reminded: fresh.length, mails: digests.size };
  },
});

const nameOf = ({ articleKey, locale }: { articleKey: string; locale: string }): string => `${locale} ${articleKey}`;

/** A mail names so many; a tree of pages that was imported may come due on one day. */
const NAMED = 25;

const mailOf = (articles: readonly ShelvedArticle[]) => {
  const others = articles.length - NAMED;
  return { articles: articles.slice(0, NAMED).map(lineOf), ...(others > 0 ? { others } : {}) };
};

const lineOf = ({ article }: ShelvedArticle) => ({
  title: article.title,
  path: pathOf(article),
  reviewedOn: article.reviewedOn,
});

/** Who hears of which articles, the one unread for longest first. */
function digestsFor(articles: readonly ShelvedArticle[], people: readonly Reviewer[]): Map<Reviewer, ShelvedArticle[]> {
  const digests = new Map<Reviewer, ShelvedArticle[]>();
  const sorted = [...articles].sort((a, b) => (a.article.reviewedOn < b.article.reviewedOn ? -1 : 1));
  for (const shelved of sorted) {
    for (const person of keepersOf(shelved, people)) digests.set(person, [...(digests.get(person) ?? []), shelved]);
  }
  return digests;
}

/** The author's account, by address or by name; else the editors; and whoever may review where there is no editor. */
function keepersOf({ article }: ShelvedArticle, people: readonly Reviewer[]): readonly Reviewer[] {
  const address = article.authorEmail?.toLowerCase();
  const authors = people.filter(({ email, name }) =>
    address ? email === address : fold(name) === fold(article.author),
  );
  if (authors.length > 0) return authors;
  const editors = people.filter(({ role }) => !administers(role));
  return editors.length > 0 ? editors : people;
}
