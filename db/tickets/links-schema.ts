import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { LINK_KINDS } from '@/domain/tickets/links';
import { createdAt, id, oneOf } from '../columns';
import { users } from '../people/schema';
import { tickets } from './schema';

/** Links between requests: two of them are linked once in each way, whichever of them was named first. */
export const ticketLinks = pgTable(
  'ticket_links',
  {
    id: id(),
    fromId: uuid('from_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    toId: uuid('to_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('ticket_links_pair_key').on(
      sql`least(${table.fromId}, ${table.toId})`,
      sql`greatest(${table.fromId}, ${table.toId})`,
      table.kind,
    ),
    index('ticket_links_from_idx').on(table.fromId),
    index('ticket_links_to_idx').on(table.toId),
    oneOf('ticket_links', 'kind', LINK_KINDS),
    check('ticket_links_two_check', sql`${table.fromId} <> ${table.toId}`),
  ],
);
