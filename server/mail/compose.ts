import type { OutboxMail } from '@/db/kernel/mails';
import { env } from '../kernel/env';
import type { CalendarFile } from './calendar';
import { isMailTemplate, renderMail } from './render';

/** A mail as nodemailer takes it. */
export type ComposedMail = {
  from: string;
  replyTo: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
  /** An entry for the reader's calendar, shown as such by programs that know what it is. */
  icalEvent?: CalendarFile;
};

/** Automatic mail says so, so that nothing answers it automatically (RFC 3834, and Exchange's own header). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Mail programs show a button of their own for it (RFC 2369, 8058). */
const oneClickStop = (address: string): Record<string, string> => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

const domainOf = (address: string): string => /@([^\s<>@]+?)>?$/.exec(address.trim())?.[1] ?? 'localhost';

/**
 * Makes the mail of an outbox row. Its Message-ID comes from the row's id, so that a second attempt is the same mail to
 * the reader's program; `root` is the first mail of the conversation, referred to by all others.
 * `timeZone` is that of the house.
 */
export const composeMail = (mail: OutboxMail, root: string | null, timeZone: string): ComposedMail => {
  const { template, locale, data, recipientName } = mail;
  if (!isMailTemplate(template)) throw new RangeError(`there is no mail template ${template}`);
  const { from } = env().mail;
  const { stopAt, calendar, ...rendered } = renderMail(template, locale, data, recipientName, timeZone);
  return {
    from,
    replyTo: from,
    to: { name: mail.recipientName, address: mail.recipient },
    ...rendered,
    messageId: mail.messageId ?? `<${mail.id}@${domainOf(from)}>`,
    ...(root ? { inReplyTo: root, references: [root] } : {}),
    ...(calendar ? { icalEvent: calendar } : {}),
    headers: { ...AUTOMATIC, ...(stopAt ? oneClickStop(stopAt) : {}) },
  };
};
