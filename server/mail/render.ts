import { createTranslator } from 'use-intl/core';
import type { CallMail, MailTemplate, MailTemplates } from '@/domain/mail/templates';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { Phrase } from '@/domain/refusal';
import { DEMO_BRAND } from '@/domain/settings/brand';
import { explanationOf } from '@/domain/tickets/explanation';
import { URGENT_QUESTIONS } from '@/domain/tickets/urgency';
import { SHIPPED_ZONE } from '@/domain/time/zone';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { env } from '../kernel/env';
import { type CalendarFile, callCalendar } from './calendar';
import { layoutHtml, layoutText, type MailParts } from './layout';

type Words = (key: string, data?: Record<string, string | number>) => string;

const CATALOGUES: Record<Locale, typeof fr> = { fr, en: en as typeof fr };

const wordsIn = (locale: Locale): Words => {
  const translate = createTranslator({
    locale,
    messages: CATALOGUES[locale],
    onError: (error) => {
      throw error;
    },
  });
  return (key, data) => translate(key as never, data as never);
};

type Parts = Omit<MailParts, 'locale' | 'brand' | 'home' | 'footer'> & {
  subject: string;
  calendar?: CalendarFile | null;
};
/** Where the reader is at home, and how they are called; `timeZone` is that of the house. */
type Site = { url: string; locale: Locale; name: string; timeZone: string };
type Compose<Data> = (data: Data, t: Words, site: Site) => Parts;

const accountMail =
  (template: 'welcome' | 'setPassword' | 'signIn'): Compose<MailTemplates['people.welcome']> =>
  (data, t, site) => ({
    subject: t(`mail.people.${template}.subject`, { brand: DEMO_BRAND.name }),
    heading: t(`mail.people.${template}.heading`, { name: site.name }),
    paragraphs: [t(`mail.people.${template}.body`, { brand: DEMO_BRAND.name })],
    button: { label: t(`mail.people.${template}.button`), url: `${site.url}${data.path}` },
    afterwards: [
      t('mail.people.validity', { hours: Math.floor(data.minutes / 60), minutes: data.minutes }),
      t(`mail.people.${template}.notYou`),
    ],
  });

const said = (t: Words, { key, data }: Phrase): string => t(key, data);

/** A calendar day in words; read as UTC, so that no zone moves it. */
const dayWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

type About = { number: number; subject: string };

const threadSubject = ({ number, subject }: About): string => `[#${number}] ${subject}`;

const requestButton = (
  t: Words,
  site: { url: string; locale: Locale },
  number: number,
  place: 'requests' | 'desk',
) => ({
  label: t('mail.tickets.button'),
  url: `${site.url}/${site.locale}/${place}/${number}`,
});

/** Our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

const moment = (at: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(HABITS[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));

/** The day alone. */
const day = (at: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(HABITS[locale], { timeZone, dateStyle: 'full' }).format(new Date(at));

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

/** What is said of a call to the side that the mail goes to, and the entry for its calendar. */
const callMail =
  (template: 'callChosen' | 'callCancelled'): Compose<CallMail> =>
  (data, t, site) => {
    const when = data.at ? moment(data.at, data.timeZone, site.locale) : '';
    const other = data.place === 'desk' ? data.customer : data.agent;
    const words = { other, when, author: data.author, minutes: data.minutes, phone: data.phone ?? '' };
    const key = `mail.tickets.${template}`;
    const button = requestButton(t, site, data.number, data.place);
    return {
      subject: threadSubject(data),
      heading: t(`${key}.heading`, words),
      paragraphs: [
        data.subject,
        t(data.at ? `${key}.body` : `${key}.unchosen`, words),
        ...(data.at && template === 'callChosen' ? [t(`${key}.${data.place}`, words)] : []),
      ],
      button,
      afterwards: data.at ? [t(`${key}.calendar`)] : [],
      calendar: data.at
        ? callCalendar({
            ...data,
            at: data.at,
            cancelled: template === 'callCancelled',
            summary: t('mail.tickets.callSummary', { other, number: String(data.number) }),
            description: [data.subject, data.phone].filter(Boolean).join('\n'),
            url: button.url,
          })
        : null,
    };
  };

type CommentMail = MailTemplates['comments.approved'];

const commentMail = (
  name: 'approved' | 'rejected' | 'answered',
  data: CommentMail,
  t: Words,
  site: { url: string },
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

const TEMPLATES: { [Template in MailTemplate]: Compose<MailTemplates[Template]> } = {
  'people.welcome': accountMail('welcome'),
  'people.setPassword': accountMail('setPassword'),
  'people.signIn': accountMail('signIn'),
  'organisations.invited': (data, t, site) => ({
    subject: t('mail.organisations.invited.subject', { organisation: data.organisation, brand: DEMO_BRAND.name }),
    heading: t('mail.organisations.invited.heading', { organisation: data.organisation }),
    paragraphs: [t('mail.organisations.invited.body', { author: data.author, brand: DEMO_BRAND.name })],
    button: { label: t('mail.organisations.invited.button'), url: `${site.url}${data.path}` },
    afterwards: [t('mail.organisations.invited.validity', { days: data.days }), t('mail.organisations.invited.notYou')],
  }),
  'organisations.attached': (data, t, site) => ({
    subject: t('mail.organisations.attached.subject', { organisation: data.organisation }),
    heading: t('mail.organisations.attached.subject', { organisation: data.organisation }),
    paragraphs: [t('mail.organisations.attached.body')],
    button: { label: t('mail.organisations.attached.button'), url: `${site.url}/${site.locale}/account/organisation` },
    afterwards: [],
  }),
  'organisations.joinAsked': (data, t, site) => ({
    subject: t('mail.organisations.joinAsked.subject', { author: data.author, organisation: data.organisation }),
    heading: t('mail.organisations.joinAsked.subject', { author: data.author, organisation: data.organisation }),
    paragraphs: [t('mail.organisations.joinAsked.body', { author: data.author, email: data.email })],
    button: { label: t('mail.organisations.joinAsked.button'), url: `${site.url}/${site.locale}${data.path}` },
    afterwards: [],
  }),
  'organisations.joinDecided': (data, t, site) => {
    const answer = data.approved ? 'approved' : 'declined';
    return {
      subject: t(`mail.organisations.joinDecided.${answer}.subject`, { organisation: data.organisation }),
      heading: t(`mail.organisations.joinDecided.${answer}.subject`, { organisation: data.organisation }),
      paragraphs: [
        t(`mail.organisations.joinDecided.${answer}.body`),
        ...(data.word ? [t('mail.organisations.joinDecided.word', { word: data.word })] : []),
      ],
      button: {
        label: t('mail.organisations.joinDecided.button'),
        url: `${site.url}/${site.locale}/account/organisation`,
      },
      afterwards: [],
    };
  },
  'tickets.received': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.received.heading', { number: String(data.number) }),
    paragraphs: [
      data.expectation
        ? t('mail.tickets.received.by', {
            by: moment(new Date(data.expectation.due).toISOString(), site.timeZone, site.locale),
          })
        : t('mail.tickets.received.soon'),
      t('mail.tickets.received.body'),
    ],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.confirm': (data, t, site) => ({
    subject: t('mail.tickets.confirm.subject', { subject: data.subject }),
    heading: t('mail.tickets.confirm.heading'),
    paragraphs: [t('mail.tickets.confirm.body')],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: { label: t('mail.tickets.confirm.button'), url: `${site.url}${data.path}` },
    afterwards: [t('mail.tickets.confirm.validity', { hours: data.hours }), t('mail.tickets.confirm.notYou')],
  }),
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
      ? t('mail.tickets.merged.heading', { number: String(data.number), into: String(data.into.number) })
      : t('mail.tickets.merged.headingElsewhere', { number: String(data.number) }),
    paragraphs: data.into
      ? [t('mail.tickets.merged.body', { author: data.author, subject: data.into.subject })]
      : [t('mail.tickets.merged.elsewhere', { author: data.author })],
    button: requestButton(t, site, data.into?.number ?? data.number, 'requests'),
    afterwards: [t(data.into ? 'mail.tickets.merged.kept' : 'mail.tickets.merged.apart')],
  }),
  'tickets.unmerged': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.unmerged.heading', { number: String(data.number) }),
    paragraphs: [data.subject, t('mail.tickets.unmerged.body', { author: data.author })],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
  'tickets.askedMore': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.askedMore.heading', { author: data.author }),
    paragraphs: [t('mail.tickets.askedMore.body')],
    quote: { html: data.bodyHtml, text: data.bodyText },
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
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
  'tickets.callProposed': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.callProposed.heading', { author: data.author }),
    paragraphs: [data.subject, t('mail.tickets.callProposed.body')],
    items: data.slots.map((slot) => ({
      title: moment(slot, data.timeZone, site.locale),
      url: `${site.url}/${site.locale}/requests/${data.number}#call`,
      note: t('mail.tickets.callProposed.minutes', { minutes: data.minutes }),
    })),
    button: {
      label: t('mail.tickets.callProposed.button'),
      url: `${site.url}/${site.locale}/requests/${data.number}#call`,
    },
    afterwards: [t('mail.tickets.callProposed.none')],
  }),
  'tickets.callChosen': callMail('callChosen'),
  'tickets.callCancelled': callMail('callCancelled'),
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
  'tickets.moved': (data, t, site) => ({
    subject: threadSubject(data),
    heading: t('mail.tickets.moved.heading', {
      number: String(data.number),
      status: t(`tickets.status.${data.status}.label`),
    }),
    paragraphs: [
      ...(data.author ? [t('mail.tickets.moved.by', { author: data.author })] : []),
      said(t, explanationOf(data)),
    ],
    button: requestButton(t, site, data.number, 'requests'),
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
    heading: t('mail.tickets.reminder.heading'),
    paragraphs: [
      data.subject,
      t('mail.tickets.reminder.body'),
      t('mail.tickets.reminder.closes', { closesAt: day(data.closesAt, site.timeZone, site.locale) }),
    ],
    button: requestButton(t, site, data.number, 'requests'),
    afterwards: [],
  }),
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
};

/** Whether a stored template name is one of ours. */
export const isMailTemplate = (name: string): name is MailTemplate => Object.hasOwn(TEMPLATES, name);

/** A mail as it leaves; `calendar` is the entry that goes with it. */
export type RenderedMail = {
  subject: string;
  html: string;
  text: string;
  stopAt: string | null;
  calendar: CalendarFile | null;
};

/**
 * The words of a mail in the reader's language, as HTML and as plain text; instants without a zone of their own in that of
 * the house. Throws where a message key is missing.
 */
export const renderMail = (
  template: MailTemplate,
  locale: Locale,
  data: unknown,
  name: string,
  timeZone: string = SHIPPED_ZONE,
): RenderedMail => {
  const t = wordsIn(locale);
  const { publicUrl } = env();
  // The row was written by `outbox.mail`, whose type ties the data to the template.
  const compose = TEMPLATES[template] as Compose<unknown>;
  const { subject, calendar = null, ...parts } = compose(data, t, { url: publicUrl, locale, name, timeZone });
  const whole: MailParts = {
    ...parts,
    locale,
    brand: DEMO_BRAND.name,
    home: `${publicUrl}/${locale}`,
    footer: t('mail.footer', { brand: DEMO_BRAND.name }),
  };
  return { subject, html: layoutHtml(whole), text: layoutText(whole), stopAt: parts.stop?.post ?? null, calendar };
};
