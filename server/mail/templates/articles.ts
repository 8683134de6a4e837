import { dayWords } from './moments';
import type { Composers } from './words';

/** Mails to those who write articles. */
export const articleMails = {
  'articles.review': ({ articles, others = 0 }, t, site) => ({
    subject: t('mail.articles.review.subject', { count: articles.length + others }),
    heading: t('mail.articles.review.heading', { count: articles.length + others }),
    paragraphs: [t('mail.articles.review.body')],
    items: articles.map(({ title, path, reviewedOn }) => ({
      title,
      url: `${site.url}${path}`,
      note: t('mail.articles.review.item', { day: dayWords(reviewedOn, site.locale) }),
    })),
    button: { label: t('mail.articles.review.button'), url: `${site.url}/${site.locale}/studio/articles?shown=due` },
    afterwards: [
      ...(others > 0 ? [t('mail.articles.review.others', { count: others })] : []),
      t('mail.articles.review.why'),
    ],
  }),
} satisfies Partial<Composers>;
