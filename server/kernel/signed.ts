import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from './env';

const signatureOf = (purpose: string, payload: string): string =>
  createHmac('sha256', env().authSecret).update(`${purpose}:${payload}`).digest('base64url').slice(0, 32);

/** What a mail carries so that its reader can do one thing without signing in: ids, signed; good for no other purpose. */
export const signedIds = (purpose: string, ids: readonly string[]): string => {
  const payload = ids.join('.');
  return `${payload}.${signatureOf(purpose, payload)}`;
};

/** The ids of a token for this purpose, or `null` where it was not made here. */
export const readSignedIds = (purpose: string, token: string): string[] | null => {
  const end = token.lastIndexOf('.');
  const payload = token.slice(0, Math.max(0, end));
  const wanted = Buffer.from(signatureOf(purpose, payload));
  const given = Buffer.from(token.slice(end + 1));
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? payload.split('.') : null;
};
