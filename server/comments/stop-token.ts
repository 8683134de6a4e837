import { readSignedIds, signedIds } from '../kernel/signed';

const PURPOSE = 'comments.stop';

/** What a mail carries so that its reader can stop the mails of a thread without signing in; good for nothing else. */
export const stopToken = (userId: string, threadId: string): string => signedIds(PURPOSE, [userId, threadId]);

/** Who stops which thread, or `null` where the token was not made here. */
export const readStopToken = (token: string): { userId: string; threadId: string } | null => {
  const [userId, threadId] = readSignedIds(PURPOSE, token) ?? [];
  return userId && threadId ? { userId, threadId } : null;
};
