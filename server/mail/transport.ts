import { createTransport, type Transporter } from 'nodemailer';
import { env } from '../kernel/env';
import type { ComposedMail } from './compose';

/** What became of a mail: handed to the server, kept because there is none, or refused with the server's reason. */
export type Delivery = { outcome: 'sent' } | { outcome: 'kept' } | { outcome: 'refused'; reason: string };

let transporter: { url: string; transport: Transporter } | undefined;

const transportTo = (url: string): Transporter => {
  if (transporter?.url !== url) {
    transporter?.transport.close();
    const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
    transporter = { url, transport: createTransport({ url, pool: true, maxConnections: 2, ...timeouts }) };
  }
  return transporter.transport;
};

/** A short name is a part of many words: it is taken out only where it stands alone. */
const without = (text: string, secret: string): string => {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(new RegExp(secret.length < 4 ? `(?<!\\w)${literal}(?!\\w)` : literal, 'g'), '•••');
};

/** The reason as the mail server gave it, without the address and password that a connection error may quote. */
const reasonOf = (error: unknown, url: string): string => {
  const message = error instanceof Error ? error.message : String(error);
  const { username, password } = new URL(url);
  return [username, password]
    .filter((secret) => secret.length > 0)
    .reduce((text, secret) => without(text, decodeURIComponent(secret)), message)
    .slice(0, 500);
};

/** Hands a mail to the SMTP server of the settings. */
export const deliver = async (mail: ComposedMail): Promise<Delivery> => {
  const { smtpUrl } = env().mail;
  if (!smtpUrl) return { outcome: 'kept' };
  try {
    await transportTo(smtpUrl).sendMail(mail);
    return { outcome: 'sent' };
  } catch (error) {
    return { outcome: 'refused', reason: reasonOf(error, smtpUrl) };
  }
};
