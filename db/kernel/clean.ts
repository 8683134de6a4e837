import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../client';
import { accountTokens } from '../people/schema';
import { unneededFiles } from '../tickets/files';
import { attachments } from '../tickets/schema';
import { unconfirmedRequests } from '../tickets/unconfirmed-schema';
import { undoSteps } from '../tickets/undo-schema';
import { outboxMails, rateLimits } from './schema';

const HOURS = 3_600_000;
const before = (now: Date, hours: number): Date => new Date(now.getTime() - hours * HOURS);

/**
 * Deletes rows past their use: rate-limit windows after two days, used or expired links after a day, files that wait
 * for their message for more than a day and are held for none, requests whose address nobody confirmed, mails of installations without SMTP after thirty. Answers the storage keys of
 * the files that no other row shares, for the caller to remove.
 */
export const forgetOldRows = async (db: Database, now: Date): Promise<{ storageKeys: string[] }> => {
  await db.delete(rateLimits).where(lt(rateLimits.windowStart, before(now, 48)));
  await db
    .delete(accountTokens)
    .where(or(lt(accountTokens.expiresAt, before(now, 24)), lt(accountTokens.usedAt, before(now, 24))));
  await db
    .delete(outboxMails)
    .where(and(eq(outboxMails.state, 'kept'), lt(outboxMails.createdAt, before(now, 24 * 30))));
  await db.delete(undoSteps).where(lt(undoSteps.expiresAt, before(now, 24)));
  await db.delete(unconfirmedRequests).where(lt(unconfirmedRequests.expiresAt, before(now, 24)));
  const abandoned = await db
    .delete(attachments)
    .where(
      and(
        isNull(attachments.messageId),
        lt(attachments.createdAt, before(now, 24)),
        or(isNull(attachments.heldUntil), lt(attachments.heldUntil, now)),
      ),
    )
    .returning({ storageKey: attachments.storageKey });
  return {
    storageKeys: await unneededFiles(
      db,
      abandoned.map((file) => file.storageKey),
    ),
  };
};
