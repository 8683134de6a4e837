import { and, asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '@/domain/access/actor';
import type { Reader, Tx } from '../client';
import { organisations } from '../people/schema';
import { tickets } from '../tickets/schema';
import { ticketVisibility } from '../tickets/visibility';
import { ideaRequests, ideas } from './schema';
import { ideaVisibility } from './visibility';

/** Puts a request behind an idea; answers whether it stood behind none before. The caller notes the facts. */
export const tieRequest = async (tx: Tx, ideaId: string, ticketId: string, now: Date): Promise<boolean> => {
  const rows = await tx
    .insert(ideaRequests)
    .values({ ideaId, ticketId, at: now })
    .onConflictDoNothing()
    .returning({ at: ideaRequests.at });
  return rows.length > 0;
};

/** Takes a request away from its idea; answers that idea's id and number, `null` where it stood behind none. */
export const untieRequest = async (tx: Tx, ticketId: string): Promise<{ id: string; number: number } | null> => {
  const rows = await tx
    .delete(ideaRequests)
    .where(eq(ideaRequests.ticketId, ticketId))
    .returning({ ideaId: ideaRequests.ideaId });
  const [gone] = rows;
  if (!gone) return null;
  const [idea] = await tx.select({ id: ideas.id, number: ideas.number }).from(ideas).where(eq(ideas.id, gone.ideaId));
  return idea ?? null;
};

/** The idea a request stands behind, whoever asks: its number, and its title and state where the actor may see it. */
export const ideaOfTicket = async (db: Reader, actor: Actor, ticketId: string) => {
  const [row] = await db
    .select({
      number: ideas.number,
      title: ideas.title,
      locale: ideas.locale,
      state: ideas.state,
      visible: sql<boolean>`(${ideaVisibility(actor)})`,
    })
    .from(ideaRequests)
    .innerJoin(ideas, eq(ideas.id, ideaRequests.ideaId))
    .where(eq(ideaRequests.ticketId, ticketId));
  if (!row) return null;
  const { visible, title, ...facts } = row;
  return { ...facts, title: visible ? title : null };
};

/** So many requests behind an idea are shown. */
const MOST_SHOWN = 200;

/** The requests behind an idea as far as the actor may see them, oldest first. */
export const requestsBehind = async (db: Reader, actor: Actor, ideaId: string) =>
  db
    .select({
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      organisation: organisations.name,
      createdAt: tickets.createdAt,
    })
    .from(ideaRequests)
    .innerJoin(tickets, eq(tickets.id, ideaRequests.ticketId))
    .leftJoin(organisations, eq(organisations.id, tickets.organisationId))
    .where(and(eq(ideaRequests.ideaId, ideaId), ticketVisibility(actor)))
    .orderBy(asc(tickets.number))
    .limit(MOST_SHOWN);

/** The requests of an idea, and of those merged into it, that wait for the product team, by id. */
export const requestsWaitingFor = async (tx: Tx, ideaId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: tickets.id })
    .from(ideaRequests)
    .innerJoin(tickets, eq(tickets.id, ideaRequests.ticketId))
    .where(and(eq(ideaRequests.ideaId, ideaId), eq(tickets.status, 'product_review')))
    .orderBy(asc(tickets.number));
  return rows.map(({ id }) => id);
};
