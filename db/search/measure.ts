import { sql } from 'drizzle-orm';
import type { Reader } from '../client';

/** A request as benchmarks need it: closed, without messages or history. */
export type PlainRequest = { id: string; number: number; title: string; requester: string };

/** Writes requests by the thousand, past every rule: for benchmarks on a database of their own. */
export const insertPlainRequests = async (db: Reader, requests: readonly PlainRequest[]): Promise<void> => {
  const rows = requests.map(({ id, number, title, requester }) => ({ id, number, subject: title, requester }));
  await db.execute(sql`
    insert into tickets (id, number, type_key, subject, requester_id, locale, status, created_at, last_activity_at)
    overriding system value
    select id, number, 'question', subject, requester, 'fr', 'closed', now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, number bigint, subject text, requester uuid)`);
};

/** Lets Postgres know what is in its tables, as it finds out by itself after a while. */
export const analyse = async (db: Reader): Promise<void> => {
  await db.execute(sql`vacuum analyze`);
};

/** How often the tables of the search that grow were gone through from end to end so far, and the table of requests. */
export const sequentialScans = async (db: Reader): Promise<{ index: number; requests: number }> => {
  const [row] = await db.execute<{ index: number; requests: number }>(sql`
    select coalesce(sum(seq_scan) filter (where relname <> 'tickets'), 0)::int as index,
      coalesce(sum(seq_scan) filter (where relname = 'tickets'), 0)::int as requests
    from pg_stat_user_tables
    where relname in ('search_documents', 'search_sections', 'search_postings', 'search_words', 'tickets')`);
  return row ?? { index: 0, requests: 0 };
};
