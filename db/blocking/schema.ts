import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { BLOCK_KINDS } from '@/domain/blocking/patterns';
import { createdAt, id, oneOf } from '../columns';
import { users } from '../people/schema';

/** Addresses and domains that no request is taken from. */
export const blockedSenders = pgTable(
  'blocked_senders',
  {
    id: id(),
    /** In lower case; see `domain/blocking/patterns.ts`. */
    pattern: text('pattern').notNull(),
    kind: text('kind', { enum: BLOCK_KINDS }).notNull(),
    /** Why, for staff alone. */
    reason: text('reason').notNull(),
    addedBy: uuid('added_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('blocked_senders_pattern_key').on(table.pattern),
    oneOf('blocked_senders', 'kind', BLOCK_KINDS),
  ],
);
