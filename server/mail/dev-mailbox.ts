import { database } from '@/db/client';
import { listMails, mailById, type OutboxMail } from '@/db/kernel/mails';
import { houseTimeZone } from '@/db/sla/house-zone';
import type { Locale } from '@/domain/people/locale';
import { env } from '../kernel/env';
import { isMailTemplate, renderMail } from './render';

/** A mail as the development mailbox shows it. */
type KeptMail = {
  id: string;
  to: string;
  subject: string;
  at: Date;
  locale: Locale;
  html: string;
  text: string;
};

const MOST_SHOWN = 50;

const shown = (mail: OutboxMail, timeZone: string): KeptMail[] => {
  const { template, locale, data, recipientName } = mail;
  if (!isMailTemplate(template)) return [];
  const rendered = renderMail(template, locale, data, recipientName, timeZone);
  return [{ id: mail.id, to: mail.recipient, at: mail.createdAt, locale, ...rendered }];
};

/**
 * Whether mails are kept and may be read by whoever opens `/dev/mailbox`: in development and on a demo without SMTP,
 * never on an installation with a database server of its own, unless GUICHET_DEMO=on was set by hand (`env`).
 */
export const hasDevMailbox = (): boolean => env().devMailbox;

/** The fifty newest mails, those that wait for the worker included; empty where there is no such mailbox. */
export const keptMails = async (): Promise<KeptMail[]> => {
  if (!hasDevMailbox()) return [];
  const [{ rows }, timeZone] = await Promise.all([
    listMails(database(), undefined, { size: MOST_SHOWN }),
    houseTimeZone(database()),
  ]);
  return rows.flatMap((mail) => shown(mail, timeZone));
};

/** One mail, or `null`. */
export const keptMail = async (id: string): Promise<KeptMail | null> => {
  if (!hasDevMailbox() || !/^[0-9a-f-]{36}$/.test(id)) return null;
  const mail = await mailById(database(), id);
  return (mail && shown(mail, await houseTimeZone(database()))[0]) ?? null;
};
