import type { MailTemplates } from '@/domain/mail/templates';
import type { Composers, Parts, Site, Words } from './words';

type CommentMail = MailTemplates['comments.approved'];

const commentMail = (
  name: 'approved' | 'rejected' | 'answered',
  data: CommentMail,
  t: Words,
  site: Site,
): Omit<Parts, 'heading' | 'paragraphs'> => ({
  // One subject for a thread, so that mail programs keep its mails together.
  subject: t('mail.comments.subject', { article: data.article }),
  quote: { html: data.bodyHtml, text: data.bodyText },
  button: {
    label: t(`mail.comments.${name}.button`),
    url: `${site.url}${name === 'rejected' ? data.ownPath : data.path}`,
  },
  afterwards: [],
  stop: {
    label: t('mail.comments.stop'),
    url: `${site.url}${data.stopPath}`,
    post: `${site.url}/api/comments/stop${data.stopPath.slice(data.stopPath.indexOf('?'))}`,
  },
});

/** Mails about comments on articles. */
export const commentMails = {
  'comments.approved': (data, t, site) => ({
    ...commentMail('approved', data, t, site),
    heading: t('mail.comments.approved.heading'),
    paragraphs: [t('mail.comments.approved.body', { article: data.article })],
  }),
  'comments.rejected': (data, t, site) => ({
    ...commentMail('rejected', data, t, site),
    heading: t('mail.comments.rejected.heading'),
    paragraphs: [
      t('mail.comments.rejected.body', { article: data.article }),
      ...(data.reason === 'other' ? [] : [t(`comments.rejection.${data.reason}`)]),
      ...(data.words ? [data.words] : []),
    ],
  }),
  'comments.answered': (data, t, site) => ({
    ...commentMail('answered', data, t, site),
    heading: t('mail.comments.answered.heading', { author: data.author, staff: data.staff ? 'yes' : 'no' }),
    paragraphs: [t('mail.comments.answered.body', { article: data.article })],
  }),
} satisfies Partial<Composers>;
