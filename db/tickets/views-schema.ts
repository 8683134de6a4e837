import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from '../columns';
import { users } from '../people/schema';

/** Views of the desk's list that people have kept, for themselves or for all. */
export const deskViews = pgTable(
  'desk_views',
  {
    id: id(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    shared: boolean('shared').notNull().default(sql`false`),
    /** The parts of its address. */
    address: jsonb('address').$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('desk_views_name_key').on(table.ownerId, sql`lower(${table.name})`),
    index('desk_views_shared_idx').on(table.shared).where(sql`${table.shared}`),
  ],
);
