import type { TicketStatus } from '../tickets/status';

/** What each mail needs to know. The words are in `messages/*.json` under `mail.<template>`. */
export type MailTemplates = {
  /** First link of a new account; the path leads to the page that sets the password. */
  'people.welcome': { path: string; minutes: number };
  /** Forgotten password, or somebody signed up again with a known address. */
  'people.setPassword': { path: string; minutes: number };
  /** Sign-in by link. */
  'people.signIn': { path: string; minutes: number };
  'tickets.received': { number: number; subject: string; bodyHtml: string; bodyText: string };
  'tickets.replied': { number: number; subject: string; author: string; bodyHtml: string; bodyText: string };
  'tickets.moved': { number: number; subject: string; author: string; status: TicketStatus };
  /** To the desk: a customer wrote. */
  'tickets.customerReplied': { number: number; subject: string; author: string; bodyHtml: string; bodyText: string };
};
export type MailTemplate = keyof MailTemplates;

/** What becomes of a mail. `kept` is for installations without SMTP settings. */
export const MAIL_STATES = ['queued', 'sent', 'failed', 'kept'] as const;
export type MailState = (typeof MAIL_STATES)[number];
