import type { MailTemplates } from '@/domain/mail/templates';
import { URGENT_QUESTIONS } from '@/domain/tickets/urgency';
import { moment } from './moments';
import { requestButton, threadSubject } from './request-parts';
import type { Compose, Composers } from './words';

const deadlineMail =
  (template: 'deadlineNear' | 'deadlineMissed'): Compose<MailTemplates['tickets.deadlineNear']> =>
  (data, t, site) => {
    const clock = t(`tickets.deadlines.clock.${data.clock}`);
    return {
      subject: threadSubject(data),
      heading: t(`mail.tickets.${template}.heading`, { number: String(data.number), clock }),
      paragraphs: [
        data.subject,
        t(`mail.tickets.${template}.body`, { clock, due: moment(data.due, data.timeZone, site.locale) }),
      ],
      button: requestButton(t, site, data.number, 'desk'),
      afterwards: [],
    };
  };

/** Mails to the desk about a request. */
export const deskMails = {
  'tickets.urgent': (data, t, site) => ({
    subject: t('mail.tickets.urgent.subject', { number: String(data.number), subject: data.subject }),
    heading: t('mail.tickets.urgent.heading', { number: String(data.number) }),
    paragraphs: [
      data.subject,
      ...URGENT_QUESTIONS.map((question) => `${t(`tickets.urgency.${question}`)}\n${data[question]}`),
    ],
    button: requestButton(t, site, data.number, 'desk'),
    afterwards: [],
  }),
  'tickets.customerReplied': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.customerReplied.heading', { author: data.author }),
    paragraphs: [],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'desk'),
    afterwards: [],
  }),
  'tickets.mentioned': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t(`mail.tickets.mentioned.${data.place === 'recap' ? 'recap' : 'heading'}`, {
      author: data.author,
      number: String(data.number),
    }),
    paragraphs: [data.subject],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'desk'),
    // The customer has got the recap of a call.
    afterwards: data.place === 'recap' ? [] : [t('mail.tickets.mentioned.internal')],
  }),
  'tickets.given': (data, t, site) => {
    const [first, ...others] = data.requests;
    const count = data.requests.length;
    const author = data.author ?? '';
    const how = data.author === null ? 'inTurn' : 'by';
    if (first && others.length === 0) {
      return {
        subject: threadSubject(first),
        heading: t('mail.tickets.given.one', { number: String(first.number) }),
        paragraphs: [first.subject, t(`mail.tickets.given.${how}`, { author, count })],
        button: requestButton(t, site, first.number, 'desk'),
        afterwards: [],
      };
    }
    return {
      subject: t('mail.tickets.given.many', { count }),
      heading: t('mail.tickets.given.many', { count }),
      paragraphs: [t(`mail.tickets.given.${how}`, { author, count })],
      items: data.requests.map(({ number, subject }) => ({
        title: subject,
        url: `${site.url}/${site.locale}/desk/${number}`,
        note: `#${number}`,
      })),
      button: { label: t('mail.tickets.given.button'), url: `${site.url}/${site.locale}/desk?assignee=me` },
      afterwards: [],
    };
  },
  'tickets.rated': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.rated.heading', { author: data.author, number: String(data.number) }),
    paragraphs: [
      data.subject,
      t('mail.tickets.rated.body', { rating: t(`tickets.rating.${data.rating}`) }),
      ...(data.comment ? [t('mail.tickets.rated.comment', { comment: data.comment })] : []),
    ],
    button: requestButton(t, site, data.number, 'desk'),
    afterwards: [],
  }),
  'tickets.woken': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.woken.heading', { number: String(data.number) }),
    paragraphs: [t('mail.tickets.woken.body', { subject: data.subject })],
    button: requestButton(t, site, data.number, 'desk'),
    afterwards: [],
  }),
  'tickets.deadlineNear': deadlineMail('deadlineNear'),
  'tickets.deadlineMissed': deadlineMail('deadlineMissed'),
} satisfies Partial<Composers>;
