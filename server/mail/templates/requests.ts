import type { MailTemplates } from '@/domain/mail/templates';
import { inLocale } from '@/domain/people/localised';
import type { Phrase } from '@/domain/refusal';
import { DEMO_BRAND } from '@/domain/settings/brand';
import { explanationOf } from '@/domain/tickets/explanation';
import { ideaWords } from './ideas';
import { day, moment } from './moments';
import { ratingChoice, requestButton, threadSubject } from './request-parts';
import type { Composers, Site, Words } from './words';

const said = (t: Words, { key, data }: Phrase): string => t(key, data);

/** What to expect of a request that has arrived: something to complete first, an answer by a moment, or as soon as we can. */
const firstAnswer = (
  { expectation, incomplete }: MailTemplates['tickets.received'],
  { timeZone, locale }: Site,
): Parameters<Words> => {
  if (incomplete) return ['mail.tickets.received.incomplete'];
  if (!expectation) return ['mail.tickets.received.soon'];
  return ['mail.tickets.received.by', { by: moment(new Date(expectation.due).toISOString(), timeZone, locale) }];
};

/** Whose request a mail is about: the reader's own, or one that they are in copy of. */
const whose = ({ inCopy }: { inCopy?: boolean }): 'own' | 'followed' => (inCopy ? 'followed' : 'own');

/** Mails to the customer's side of a request. */
export const requestMails = {
  'tickets.received': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.received.heading', { number: String(data.number) }),
    paragraphs: data.idea
      ? [t('mail.tickets.received.idea', { idea: String(data.idea) }), t('mail.tickets.received.body')]
      : [t(...firstAnswer(data, site)), t('mail.tickets.received.body')],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.confirm': (data, t, site) => ({
    subject: t('mail.tickets.confirm.subject'),
    heading: t('mail.tickets.confirm.heading'),
    paragraphs: [t('mail.tickets.confirm.body', { brand: DEMO_BRAND.name })],
    button: { label: t('mail.tickets.confirm.button'), url: `${site.url}${data.path}` },
    afterwards: [t('mail.tickets.confirm.validity', { hours: data.hours }), t('mail.tickets.confirm.notYou')],
  }),
  'tickets.replied': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.replied.heading', { author: data.author }),
    paragraphs: [],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.copied': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.copied.heading', { author: data.author, number: String(data.number) }),
    paragraphs: [data.subject, t('mail.tickets.copied.body')],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [t('mail.tickets.copied.leave')],
  }),
  'tickets.merged': (data, t, site) => ({
    subject: threadSubject(data),
    heading: data.into
      ? t(`mail.tickets.merged.${whose(data)}.heading`, { number: String(data.number), into: String(data.into.number) })
      : t('mail.tickets.merged.headingElsewhere', { number: String(data.number) }),
    paragraphs: data.into
      ? [t('mail.tickets.merged.body', { author: data.author, subject: data.into.subject })]
      : [t(`mail.tickets.merged.${whose(data)}.elsewhere`, { author: data.author, number: String(data.number) })],
    button: requestButton(t, site, data.into?.number ?? data.number, 'requests'),
    afterwards: [
      t(`mail.tickets.merged.${whose(data)}.${data.into ? 'kept' : 'apart'}`, { number: String(data.number) }),
    ],
  }),
  'tickets.unmerged': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t(`mail.tickets.unmerged.${whose(data)}.heading`, { number: String(data.number) }),
    paragraphs: [data.subject, t(`mail.tickets.unmerged.${whose(data)}.body`, { author: data.author })],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.askedMore': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.askedMore.heading', { author: data.author }),
    paragraphs: [t(`mail.tickets.askedMore.${whose(data)}.body`, { number: String(data.number) })],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.incidentUpdated': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.incidentUpdated.heading', {
      title: data.title,
      status: t(`incidents.status.${data.status}`),
    }),
    paragraphs: [t(`mail.tickets.incidentUpdated.${whose(data)}`, { number: String(data.number) })],
    quote: { html: data.bodyHtml, text: data.bodyText },
    items: [
      {
        title: data.title,
        url: `${site.url}/${site.locale}/status/incidents/${data.incidentId}`,
        note: t('mail.tickets.incidentUpdated.page'),
      },
    ],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: data.status === 'resolved' ? [t('mail.tickets.incidentUpdated.over')] : [],
  }),
  'tickets.split': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.split.heading', { number: String(data.number) }),
    paragraphs: [t('mail.tickets.split.body', { author: data.author, from: String(data.from) })],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.peerReplied': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.customerReplied.heading', { author: data.author }),
    paragraphs: [],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.recapDue': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.recapDue.heading', { number: String(data.number) }),
    paragraphs: [
      data.subject,
      t('mail.tickets.recapDue.body', {
        customer: data.customer,
        when: moment(data.at, data.timeZone, site.locale),
      }),
    ],
    button: {
      label: t('mail.tickets.recapDue.button'),
      url: `${site.url}/${site.locale}/desk/${data.number}#call`,
    },
    afterwards: [t('mail.tickets.recapDue.otherwise')],
  }),
  'tickets.moved': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.moved.heading', {
      number: String(data.number),
      // One status speaks to whoever is waited for.
      status: t(
        data.followed && data.status === 'waiting_customer'
          ? 'tickets.status.waiting_customer.followedLabel'
          : `tickets.status.${data.status}.label`,
      ),
    }),
    paragraphs: [
      ...(data.author ? [t('mail.tickets.moved.by', { author: data.author })] : []),
      ...(data.idea ? ideaWords(data.idea, t, site) : []),
      said(t, explanationOf(data)),
      ...(data.closesAt
        ? [t('mail.tickets.moved.closes', { closesAt: day(data.closesAt, site.timeZone, site.locale) })]
        : []),
    ],
    button: requestButton(t, site, data.number, 'requests'),
    choice: data.ratePath ? ratingChoice(t, site, data.ratePath) : undefined,
    afterwards: [],
  }),
  'tickets.lowered': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.lowered.heading', { level: inLocale(data.level, site.locale) }),
    paragraphs: [
      t('mail.tickets.lowered.body', {
        author: data.author,
        before: inLocale(data.before, site.locale),
        level: inLocale(data.level, site.locale),
      }),
      t('mail.tickets.lowered.reason', { reason: data.reason }),
    ],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [t('mail.tickets.lowered.answer')],
  }),
  'tickets.reminder': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t(`mail.tickets.reminder.${data.turn === 1 ? 'heading' : 'lastHeading'}`),
    paragraphs: [
      data.subject,
      t('mail.tickets.reminder.body'),
      t('mail.tickets.reminder.closes', { closesAt: day(data.closesAt, site.timeZone, site.locale) }),
      ...(data.bodyHtml ? [t('mail.tickets.reminder.asked')] : []),
    ],
    ...(data.bodyHtml ? { quote: { html: data.bodyHtml, text: data.bodyText ?? '' } } : {}),
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
} satisfies Partial<Composers>;
