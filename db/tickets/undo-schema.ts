import { index, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { UndoData } from '@/domain/tickets/undo';
import { createdAt, id, instant } from '../columns';
import { users } from '../people/schema';

/** Acts that can be taken back for a short while by who did them, and the mails that wait as long. */
export const undoSteps = pgTable(
  'undo_steps',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    data: jsonb('data').$type<UndoData>().notNull(),
    mailIds: jsonb('mail_ids').$type<readonly string[]>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (table) => [index('undo_steps_expires_idx').on(table.expiresAt)],
);
