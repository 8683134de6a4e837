import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import { type LinkRole, placeOf, roleAt } from '@/domain/tickets/links';
import type { Reader, Tx } from '../client';
import { ticketLinks } from './links-schema';
import { tickets } from './schema';
import { ticketVisibility } from './visibility';

/** So many links of a request are shown. */
const MOST_SHOWN = 100;

const OTHER = { number: tickets.number, subject: tickets.subject, status: tickets.status };

/** The requests that one is linked to, as far as the actor may see them, by their numbers, with what it is to each and whether it is the actor's own. */
export const linksOf = async (db: Reader, actor: Actor, ticketId: string) => {
  const other = sql`case when ${ticketLinks.fromId} = ${ticketId} then ${ticketLinks.toId} else ${ticketLinks.fromId} end`;
  const rows = await db
    .select({
      id: ticketLinks.id,
      kind: ticketLinks.kind,
      outward: sql<boolean>`${ticketLinks.fromId} = ${ticketId}`,
      requesterId: tickets.requesterId,
      ...OTHER,
    })
    .from(ticketLinks)
    .innerJoin(tickets, eq(tickets.id, other))
    .where(and(or(eq(ticketLinks.fromId, ticketId), eq(ticketLinks.toId, ticketId)), ticketVisibility(actor)))
    .orderBy(desc(sql`${ticketLinks.fromId} = ${ticketId}`), asc(tickets.number))
    .limit(MOST_SHOWN);
  return rows.map(({ kind, outward, requesterId, ...shown }) => ({
    ...shown,
    own: actor.kind === 'user' && requesterId === actor.id,
    role: roleAt(kind, outward ? 'from' : 'to'),
  }));
};

type Pair = { ticketId: string; otherId: string; role: LinkRole };

/** Links two requests; answers whether they were not linked so yet. `role` is what the first is to the other. */
export const insertLink = async (
  tx: Tx,
  { ticketId, otherId, role, by, now }: Pair & { by: string | null; now: Date },
): Promise<boolean> => {
  const { kind, end } = placeOf(role);
  const [fromId, toId] = end === 'from' ? [ticketId, otherId] : [otherId, ticketId];
  const rows = await tx
    .insert(ticketLinks)
    .values({ fromId, toId, kind, createdBy: by, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: ticketLinks.id });
  return rows.length > 0;
};

/** Takes a link away; answers whether there was one. */
export const deleteLink = async (tx: Tx, { ticketId, otherId, role }: Pair): Promise<boolean> => {
  const { kind, end } = placeOf(role);
  const [fromId, toId] = end === 'from' ? [ticketId, otherId] : [otherId, ticketId];
  const stored = and(eq(ticketLinks.fromId, fromId), eq(ticketLinks.toId, toId));
  const turned = and(eq(ticketLinks.fromId, toId), eq(ticketLinks.toId, fromId));
  const rows = await tx
    .delete(ticketLinks)
    // What is related has no direction: either of the two may have been named first.
    .where(and(eq(ticketLinks.kind, kind), kind === 'related' ? or(stored, turned) : stored))
    .returning({ id: ticketLinks.id });
  return rows.length > 0;
};

/** Those of some requests that the actor may see, by their numbers. */
export const visibleNumbers = async (db: Reader, actor: Actor, numbers: readonly number[]): Promise<Set<number>> => {
  if (numbers.length === 0) return new Set();
  const rows = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(inArray(tickets.number, [...new Set(numbers)]), ticketVisibility(actor)));
  return new Set(rows.map(({ number }) => number));
};
