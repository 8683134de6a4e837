import { dayWords } from './moments';
import type { Composers } from './words';

/** Mails to those who write articles. */
export const articleMails = {
  'articles.review': (data, t, site) => ({
    subject: t('mail.articles.review.subject', { count: data.articles.length }),
    heading: t('mail.articles.review.heading', { count: data.articles.length }),
    paragraphs: [t('mail.articles.review.body')],
    items: data.articles.map(({ title, path, reviewedOn }) => ({
      title,
      url: `${site.url}${path}`,
      note: t('mail.articles.review.item', { day: dayWords(reviewedOn, site.locale) }),
    })),
    button: { label: t('mail.articles.review.button'), url: `${site.url}/${site.locale}/studio/articles?shown=due` },
    afterwards: [t('mail.articles.review.why')],
  }),
} satisfies Partial<Composers>;
