import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '../client';
import { users } from '../people/schema';
import { ticketMessages } from './schema';

/**
 * Who of the others has answered last since a message that the author has seen, by name (`null` for Guichet itself);
 * `undefined` where nobody has. Answers that were taken back do not count.
 */
export const answeredSince = async (
  db: Reader,
  ticketId: string,
  { seen, authorId }: { seen: string; authorId: string },
): Promise<{ name: string | null } | undefined> => {
  const seenAt = db
    .select({ at: ticketMessages.createdAt })
    .from(ticketMessages)
    .where(and(eq(ticketMessages.id, seen), eq(ticketMessages.ticketId, ticketId)));
  const [answer] = await db
    .select({ name: users.name })
    .from(ticketMessages)
    .leftJoin(users, eq(ticketMessages.authorId, users.id))
    .where(
      and(
        eq(ticketMessages.ticketId, ticketId),
        eq(ticketMessages.visibility, 'public'),
        isNull(ticketMessages.withdrawnAt),
        or(isNull(ticketMessages.authorId), ne(ticketMessages.authorId, authorId)),
        ne(ticketMessages.id, seen),
        gt(ticketMessages.createdAt, sql`(${seenAt})`),
      ),
    )
    .orderBy(desc(ticketMessages.createdAt))
    .limit(1);
  return answer;
};
