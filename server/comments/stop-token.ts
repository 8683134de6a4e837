import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '../kernel/env';

const signatureOf = (payload: string): string =>
  createHmac('sha256', env().authSecret).update(`comments.stop:${payload}`).digest('base64url').slice(0, 32);

/** What a mail carries so that its reader can stop the mails of a thread without signing in; good for nothing else. */
export const stopToken = (userId: string, threadId: string): string => {
  const payload = `${userId}.${threadId}`;
  return `${payload}.${signatureOf(payload)}`;
};

/** Who stops which thread, or `null` where the token was not made here. */
export const readStopToken = (token: string): { userId: string; threadId: string } | null => {
  const [userId = '', threadId = '', signature = ''] = token.split('.');
  const wanted = Buffer.from(signatureOf(`${userId}.${threadId}`));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? { userId, threadId } : null;
};
