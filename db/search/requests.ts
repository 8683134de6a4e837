import { type SQL, sql } from 'drizzle-orm';
import type { Locale } from '@/domain/people/locale';
import type { Reader } from '../client';
import { ticketMessages, tickets } from '../tickets/schema';
import { numberList } from './rows';

/** What of a request is searched. */
export type RequestText = {
  id: string;
  number: number;
  subject: string;
  locale: Locale;
  lastActivityAt: Date;
  /** What both sides wrote, oldest first. */
  conversation: string;
};

type Row = Omit<RequestText, 'lastActivityAt' | 'number'> & { number: string; last_activity_at: string };

const requestsWhere = async (db: Reader, where: SQL): Promise<RequestText[]> => {
  const rows = await db.execute<Row>(sql`
    select t.id, t.number, t.subject, t.locale, t.last_activity_at, coalesce(m.conversation, '') as conversation
    from ${tickets} t
    left join lateral (
      select string_agg(body_text, ' · ' order by created_at, id) as conversation
      from ${ticketMessages} where ticket_id = t.id and visibility = 'public' and withdrawn_at is null
    ) m on true
    where ${where}`);
  return rows.map(({ last_activity_at: at, number, ...row }) => ({
    ...row,
    number: Number(number),
    lastActivityAt: new Date(at),
  }));
};

/** The searched text of the requests of these numbers; of those that exist. */
export const requestTexts = (db: Reader, numbers: readonly number[]): Promise<RequestText[]> =>
  requestsWhere(db, sql`t.number = any(${numberList(numbers)})`);

/** The next requests by number after one, for going through all of them. */
export const requestTextsAfter = (db: Reader, number: number, limit: number): Promise<RequestText[]> =>
  requestsWhere(db, sql`t.number > ${number} order by t.number limit ${limit}`);

/** How many requests there are, counted up to a limit where there is one. */
export const countRequests = async (db: Reader, limit: number | null = null): Promise<number> => {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${tickets} limit ${limit}) counted`,
  );
  return row?.count ?? 0;
};
