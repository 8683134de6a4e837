import type { CallMail } from '@/domain/mail/templates';
import { callCalendar } from '../calendar';
import { moment } from './moments';
import { requestButton, threadSubject } from './request-parts';
import type { Compose, Composers } from './words';

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
} satisfies Partial<Composers>;
