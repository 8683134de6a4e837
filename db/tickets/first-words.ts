import { asc, eq } from 'drizzle-orm';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import type { Reader, Tx } from '../client';
import { ticketMessages, tickets } from './schema';

/** The message that a request began with: what it says, as HTML and as it is searched. */
export const firstMessage = async (db: Reader, ticketId: string) => {
  const [row] = await db
    .select({ id: ticketMessages.id, bodyHtml: ticketMessages.bodyHtml, bodyText: ticketMessages.bodyText })
    .from(ticketMessages)
    .where(eq(ticketMessages.ticketId, ticketId))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id))
    .limit(1);
  return row ?? null;
};

/** What a message says, as HTML and as text; `null` where it is no more. */
export const wordsOfMessage = async (db: Reader, messageId: string) => {
  const [row] = await db
    .select({ bodyHtml: ticketMessages.bodyHtml, bodyText: ticketMessages.bodyText })
    .from(ticketMessages)
    .where(eq(ticketMessages.id, messageId));
  return row ?? null;
};

/** Changes the words by which a message is found; what it shows stays. */
export const setSearchedText = async (tx: Tx, messageId: string, bodyText: string): Promise<void> => {
  await tx.update(ticketMessages).set({ bodyText }).where(eq(ticketMessages.id, messageId));
};

/** Keeps the facts of a matter that turned out to be of the highest level. */
export const setUrgency = async (tx: Tx, ticketId: string, urgency: UrgentFacts): Promise<void> => {
  await tx.update(tickets).set({ urgency }).where(eq(tickets.id, ticketId));
};

/** Sets the page that a request is about. */
export const setPageUrl = async (tx: Tx, ticketId: string, pageUrl: string | null): Promise<void> => {
  await tx.update(tickets).set({ pageUrl }).where(eq(tickets.id, ticketId));
};
