import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { UserActor } from '@/domain/access/actor';
import { reachOf } from '@/domain/organisations/degrees';
import type { LocalisedText } from '@/domain/people/localised';
import { fold } from '@/domain/search/words';
import {
  type ListPlace,
  type ListScope,
  type ListSort,
  MOST_COUNTED,
  NEWS_KINDS,
  searchWords,
  soughtNumber,
} from '@/domain/tickets/list';
import type { TicketStatus } from '@/domain/tickets/status';
import type { Reader } from '../client';
import { retiredTypes } from '../forms/queries';
import { cut, instantBound, type Part, pageOf } from '../keyset';
import { containing } from '../like';
import { peopleSaying } from '../people/finding';
import { memberships, organisations, users } from '../people/schema';
import { remembered } from '../remembered';
import { ticketFollowers, ticketReads } from './following-schema';
import { withTypeNames } from './house-names';
import { ticketEvents, ticketMessages, tickets } from './schema';
import { throughCopy, throughOrganisation } from './visibility';

/** What a customer's list is narrowed to. */
export type CustomerListFilter = {
  scope: ListScope;
  statuses?: readonly TicketStatus[] | undefined;
  typeKey?: string | undefined;
  requesterId?: string | undefined;
  /** Beginnings of words of a requester's name and address. */
  requester?: string | undefined;
  text?: string | undefined;
  numbers?: readonly number[] | undefined;
};

const ACCENTED = 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ’';
const PLAIN = "aaaaaaceeeeiiiinooooouuuuyy'";

const contains = (column: SQL | typeof tickets.subject | typeof ticketMessages.bodyText, word: string): SQL =>
  sql`translate(lower(${column}), ${ACCENTED}, ${PLAIN}) like ${containing(fold(word).replaceAll('’', "'"))}`;

/** Every word stands in the subject or in what both sides wrote; never in notes of staff, nor in an answer that has not left. */
const says = (text: string): SQL | undefined => {
  const number = soughtNumber(text);
  const words = searchWords(text).map((word) =>
    or(
      contains(tickets.subject, word),
      sql`exists (select 1 from ${ticketMessages} where ${ticketMessages.ticketId} = ${tickets.id} and ${ticketMessages.visibility} = 'public' and ${ticketMessages.withdrawnAt} is null and (${ticketMessages.heldUntil} is null or ${ticketMessages.heldUntil} <= now()) and ${contains(ticketMessages.bodyText, word)})`,
    ),
  );
  const all = and(...words);
  return number ? or(eq(tickets.number, number), all) : all;
};

const scopeOf = (actor: UserActor, scope: ListScope): SQL => {
  if (scope === 'organisation') return throughOrganisation(actor);
  return scope === 'followed' ? throughCopy(actor) : eq(tickets.requesterId, actor.id);
};

const FIELDS = { activity: 'lastActivityAt', created: 'createdAt', number: 'number' } as const;
const SORTED_BY = { activity: tickets.lastActivityAt, created: tickets.createdAt, number: tickets.number } as const;

const orderOf = (sort: ListSort) => ({
  by: [SORTED_BY[sort], tickets.number],
  falls: true,
  bounds: ([value, number]: ListPlace) => [sort === 'number' ? sql`${value}` : instantBound(value), sql`${number}`],
});

// What was taken back the customer's side has never heard of, and what the desk holds back for some seconds it will.
const isTold = sql`not exists (select 1 from ${ticketEvents} taking where taking.ticket_id = ${ticketEvents.ticketId} and taking.kind = 'undone' and taking.data -> 'facts' @> to_jsonb((select count(*) from ${ticketEvents} earlier where earlier.ticket_id = ${ticketEvents.ticketId} and earlier.id < ${ticketEvents.id})))
  and not exists (select 1 from ${ticketMessages} where ${ticketEvents.kind} = 'replied' and ${ticketMessages.ticketId} = ${ticketEvents.ticketId} and ${ticketMessages.heldUntil} > now() and ${ticketMessages.id}::text = ${ticketEvents.data} ->> 'messageId')`;

/** Requests of one of a customer's views, with whether there is something unread in them. */
export const customerTickets = async (
  db: Reader,
  actor: UserActor,
  filter: CustomerListFilter,
  { sort, ...part }: { sort: ListSort } & Part<ListPlace>,
) => {
  const { where, orderBy, way, limit } = cut(orderOf(sort), part);
  // The page is cut first, so that names and marks are looked up for its few rows alone.
  const page = db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      typeKey: tickets.typeKey,
      createdAt: tickets.createdAt,
      lastActivityAt: tickets.lastActivityAt,
      requesterId: tickets.requesterId,
      organisationId: tickets.organisationId,
      assigneeId: tickets.assigneeId,
    })
    .from(tickets)
    .where(
      and(
        scopeOf(actor, filter.scope),
        filter.statuses ? inArray(tickets.status, [...filter.statuses]) : undefined,
        filter.typeKey ? eq(tickets.typeKey, filter.typeKey) : undefined,
        filter.requesterId ? eq(tickets.requesterId, filter.requesterId) : undefined,
        filter.requester ? byOneOf(actor, filter.scope, filter.requester) : undefined,
        filter.text ? says(filter.text) : undefined,
        filter.numbers ? inArray(tickets.number, [...filter.numbers]) : undefined,
        where,
      ),
    )
    .orderBy(...orderBy)
    .limit(limit)
    .as('page');
  const mine = sql`${page.requesterId} = ${actor.id} or ${ticketReads.readAt} is not null or exists (select 1 from ${ticketFollowers} where ${ticketFollowers.ticketId} = ${page.id} and ${ticketFollowers.userId} = ${actor.id})`;
  const news = sql`exists (select 1 from ${ticketEvents} where ${ticketEvents.ticketId} = ${page.id} and ${inArray(ticketEvents.kind, [...NEWS_KINDS])} and ${ticketEvents.actorId} is distinct from ${actor.id} and ${ticketEvents.at} > coalesce(${ticketReads.readAt}, '-infinity') and ${isTold})`;
  // Names are looked up row by row: joined, Postgres would think longer about the order of the joins than all of it takes.
  const rows = await db
    .select({
      number: page.number,
      subject: page.subject,
      status: page.status,
      typeKey: page.typeKey,
      createdAt: page.createdAt,
      lastActivityAt: page.lastActivityAt,
      requesterId: page.requesterId,
      requesterName: sql<string>`(select u.name from ${users} u where u.id = page.requester_id)`,
      organisationName: sql<string | null>`(select o.name from ${organisations} o where o.id = page.organisation_id)`,
      assigneeName: sql<string | null>`(select u.name from ${users} u where u.id = page.assignee_id)`,
      unread: sql<boolean>`((${mine}) and ${news})`,
    })
    .from(page)
    .leftJoin(ticketReads, and(eq(ticketReads.ticketId, page.id), eq(ticketReads.userId, actor.id)))
    .orderBy(way(page[FIELDS[sort]]), way(page.number));
  const { rows: found, ...turns } = pageOf(rows, part, (row): ListPlace => [Number(row[FIELDS[sort]]), row.number]);
  return { ...turns, rows: await withTypeNames(db, found) };
};

/** Which of some requests one of a customer's views holds, by number. */
export const withinView = async (
  db: Reader,
  actor: UserActor,
  scope: ListScope,
  numbers: readonly number[],
): Promise<number[]> => {
  if (numbers.length === 0) return [];
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(inArray(tickets.number, [...numbers]), scopeOf(actor, scope)));
  return rows.map(({ number }) => number);
};

/** How many requests each of a customer's views holds, counted up to `MOST_COUNTED`. */
export const countCustomerViews = async (db: Reader, actor: UserActor): Promise<Record<ListScope, number>> => {
  const some = (scope: ListScope): SQL =>
    sql`(select count(*)::int from (select 1 from ${tickets} where ${scopeOf(actor, scope)} limit ${MOST_COUNTED}) counted)`;
  const [row] = await db.execute<Record<ListScope, number>>(
    sql`select ${some('own')} as own, ${some('organisation')} as organisation, ${some('followed')} as followed`,
  );
  return { own: row?.own ?? 0, organisation: row?.organisation ?? 0, followed: row?.followed ?? 0 };
};

/** Whose requests a view can hold: members of the organisations, or who wrote what one is in copy of. */
const inView = (actor: UserActor, scope: ListScope): SQL => {
  if (scope === 'own') return eq(users.id, actor.id);
  if (scope === 'followed')
    return sql`${users.id} in (select ${tickets.requesterId} from ${tickets} where ${throughCopy(actor)})`;
  const through = actor.memberships.filter((membership) => reachOf(membership) !== 'own');
  const among = through.map(
    (membership) =>
      sql`${users.id} in (select ${memberships.userId} from ${memberships} where ${memberships.organisationId} = ${membership.organisationId}${
        reachOf(membership) === 'team' ? sql` and ${memberships.teamId} = ${membership.teamId ?? null}` : sql``
      })`,
  );
  return or(...among) ?? sql`false`;
};

const byOneOf = (actor: UserActor, scope: ListScope, text: string): SQL | undefined => {
  const named = peopleSaying(text);
  return (
    named &&
    sql`${tickets.requesterId} = any(array(select ${users.id} from ${users} where ${and(inView(actor, scope), named)} limit 200))`
  );
};

/** The people whose requests a view can hold, by name; at most `limit`. */
export const customerListPeople = async (
  db: Reader,
  actor: UserActor,
  scope: ListScope,
  limit: number,
): Promise<readonly { id: string; name: string }[]> =>
  scope === 'own'
    ? []
    : // All members of a large organisation are put in order for it: for some seconds that is done once.
      remembered('desk', `people ${scope} ${limit} ${actor.id} ${JSON.stringify(actor.memberships)}`, db, async () =>
        db
          .select({ id: users.id, name: users.name })
          .from(users)
          .where(inView(actor, scope))
          .orderBy(asc(users.name), asc(users.id))
          .limit(limit),
      );

/** The types that can no longer be chosen and that requests of a view are of, in their order. */
export const retiredTypesInView = async (
  db: Reader,
  actor: UserActor,
  scope: ListScope,
): Promise<readonly { key: string; name: LocalisedText }[]> => {
  const retired = await retiredTypes(db);
  if (retired.length === 0) return [];
  return remembered('desk', `retired types ${scope} ${actor.id} ${JSON.stringify(actor.memberships)}`, db, async () => {
    const used = await Promise.all(
      retired.map(async ({ key }) => {
        const [one] = await db
          .select({ number: tickets.number })
          .from(tickets)
          .where(and(eq(tickets.typeKey, key), scopeOf(actor, scope)))
          .limit(1);
        return one !== undefined;
      }),
    );
    return retired.filter((_, place) => used[place]);
  });
};

/** Notes that somebody has read a request; an earlier reading never overwrites a later one. */
export const markTicketRead = async (db: Reader, userId: string, ticketId: string, at: Date): Promise<void> => {
  await db
    .insert(ticketReads)
    .values({ userId, ticketId, readAt: at })
    .onConflictDoUpdate({
      target: [ticketReads.userId, ticketReads.ticketId],
      set: { readAt: sql`greatest(${ticketReads.readAt}, excluded.read_at)` },
    });
};
