import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CALL_STATES } from '@/domain/tickets/calls';
import { createdAt, id, instant, oneOf } from '../columns';
import { users } from '../people/schema';
import { ticketMessages, tickets } from './schema';

/** Call-backs: what was proposed, what was chosen, and the recap. */
export const ticketCalls = pgTable(
  'ticket_calls',
  {
    id: id(),
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    /** Who calls. */
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    /** When they left the team of the request, or the desk: the call is then made by whoever takes the request. */
    leftAt: instant('left_at'),
    /** The requester's time zone, in which the slots were written. */
    timeZone: text('time_zone').notNull(),
    minutes: integer('minutes').notNull(),
    /** Beginnings, in epoch milliseconds, in their order. */
    slots: jsonb('slots').$type<readonly number[]>().notNull(),
    state: text('state', { enum: CALL_STATES }).notNull().default('proposed'),
    chosenAt: instant('chosen_at'),
    chosenBy: uuid('chosen_by').references(() => users.id),
    phone: text('phone'),
    recapId: uuid('recap_id').references(() => ticketMessages.id, { onDelete: 'set null' }),
    /** When its agent was told that the recap is to be written. */
    remindedAt: instant('reminded_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('ticket_calls_open_key').on(table.ticketId).where(sql`${table.state} in ('proposed', 'chosen')`),
    index('ticket_calls_ticket_idx').on(table.ticketId, table.createdAt),
    index('ticket_calls_chosen_idx').on(table.chosenAt).where(sql`${table.state} = 'chosen'`),
    oneOf('ticket_calls', 'state', CALL_STATES),
  ],
);
