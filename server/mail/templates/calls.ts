import type { CallMail } from '@/domain/mail/templates';
import { callCalendar } from '../calendar';
import { moment } from './moments';
import { requestButton, threadSubject } from './request-parts';
import type { Compose, Composers, Words } from './words';

/** With whom the reader speaks; the desk has a name only where it is known who calls. */
const otherOf = ({ place, customer, agent }: CallMail) => {
  const other = place === 'desk' ? customer : agent;
  return { other: other ?? '', known: other ? 'yes' : 'no' };
};

/** The entry of an agreed call for the calendar of the side that the mail goes to. */
const calendarOf = (data: CallMail, t: Words, { url, cancelled }: { url: string; cancelled: boolean }) =>
  data.at
    ? callCalendar({
        ...data,
        at: data.at,
        cancelled,
        summary: t('mail.tickets.callSummary', {
          ...otherOf(data),
          number: String(data.number),
        }),
        description: [data.subject, data.phone].filter(Boolean).join('\n'),
        url,
      })
    : null;

/** What is said of a call to the side that the mail goes to, and the entry for its calendar. */
const callMail =
  (template: 'callChosen' | 'callCancelled'): Compose<CallMail> =>
  (data, t, site) => {
    const when = data.at ? moment(data.at, data.timeZone, site.locale) : '';
    const words = { ...otherOf(data), when, author: data.author, minutes: data.minutes, phone: data.phone ?? '' };
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
      calendar: calendarOf(data, t, { url: button.url, cancelled: template === 'callCancelled' }),
    };
  };

/** Mails about a call-back, to both sides. */
export const callMails = {
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
  'tickets.callLeft': (data, t, site) => {
    const button = requestButton(t, site, data.number, 'desk');
    const when = data.at ? moment(data.at, data.timeZone, site.locale) : '';
    const words = { left: data.left, customer: data.customer, when, phone: data.phone ?? '' };
    const whose = data.alone ? 'yours' : 'teams';
    return {
      subject: threadSubject(data),
      heading: t('mail.tickets.callLeft.heading', { number: String(data.number) }),
      paragraphs: [
        data.subject,
        t(`mail.tickets.callLeft.${data.at ? 'agreed' : 'proposed'}`, words),
        t(`mail.tickets.callLeft.${whose}`),
      ],
      button: { ...button, url: `${button.url}#call` },
      afterwards: [],
      calendar: data.alone ? calendarOf(data, t, { url: button.url, cancelled: false }) : null,
    };
  },
} satisfies Partial<Composers>;
