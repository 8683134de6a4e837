import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { TICKET_STATUSES } from '@/domain/tickets/status';
import { createdAt, id, instant, localised, oneOf } from '../columns';
import { teams } from '../teams/schema';

/** Canned replies: what the desk says again and again, and what goes with it. */
export const cannedReplies = pgTable(
  'canned_replies',
  {
    id: id(),
    title: text('title').notNull(),
    /** With names in braces, see `domain/replies/variables.ts`. */
    body: localised('body').notNull(),
    /** The team that says it; `null` is everybody. */
    teamId: uuid('team_id').references(() => teams.id, { onDelete: 'cascade' }),
    /** Where the answer takes the request; `null` leaves it. */
    toStatus: text('to_status', { enum: TICKET_STATUSES }),
    /** The team that the answer gives the request to; `null` leaves it. */
    toTeamId: uuid('to_team_id').references(() => teams.id),
    tags: jsonb('tags').$type<readonly string[]>().notNull().default([]),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    createdAt: createdAt(),
  },
  (table) => [
    index('canned_replies_title_idx').on(sql`lower(${table.title})`, table.id),
    oneOf('canned_replies', 'to_status', TICKET_STATUSES),
  ],
);
