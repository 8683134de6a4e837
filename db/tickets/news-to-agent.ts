import { type SQL, sql } from 'drizzle-orm';
import { DESK_NEWS_KINDS } from '@/domain/tickets/desk-list';
import { ticketReads } from './following-schema';
import { stillToDoIn, ticketEvents } from './schema';

const NEWS = sql.raw(DESK_NEWS_KINDS.map((kind) => `'${kind}'`).join(', '));

/**
 * Whether others have done something to a request of a list's page, which is called `page` there, since this person of the
 * desk has last looked at it. What they never looked at is news to them while it is to be done, and theirs or nobody's: what a
 * colleague handles is not. Reads of the person must be joined.
 */
export const newToAgent = (userId: string): SQL<boolean> =>
  sql<boolean>`((${ticketReads.readAt} is not null or (${stillToDoIn(sql`page.status`)} and coalesce(page.assignee_id = ${userId}, true)))
    and exists (select from ${ticketEvents} e where e.ticket_id = page.id and e.kind in (${NEWS})
      and e.actor_id is distinct from ${userId} and e.at > coalesce(${ticketReads.readAt}, '-infinity')))`;
