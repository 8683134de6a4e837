import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client';
import { auditEntries, outboxMails } from '../kernel/schema';
import { users } from '../people/schema';

/** The mails left for an address, newest first. */
export const mailsTo = (tx: Tx, email: string) =>
  tx.select().from(outboxMails).where(eq(outboxMails.recipient, email)).orderBy(desc(outboxMails.createdAt));

/** What one call wrote into the audit. */
export const auditOf = (tx: Tx, requestId: string) =>
  tx.select().from(auditEntries).where(eq(auditEntries.requestId, requestId));

/** Whether one of these jobs, by their keys, is still to be done. */
export const jobWaits = async (tx: Tx, keys: readonly string[]): Promise<boolean> => {
  const list = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );
  const rows = await tx.execute(sql`select 1 from graphile_worker.jobs where key in (${list})`);
  return rows.length > 0;
};

/** Makes everybody a customer, as in an installation that nobody has set up. */
export const withoutStaff = async (tx: Tx): Promise<void> => {
  await tx.update(users).set({ role: 'customer' });
};
