import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { FieldValue } from '@/domain/forms/values';
import { anyJson } from '../columns';
import { requestFields } from '../forms/schema';
import { tickets } from './schema';

/** What a request says in the fields of its type's form. Its words also stand in the text of its first message, for search. */
export const ticketValues = pgTable(
  'ticket_values',
  {
    ticketId: uuid('ticket_id')
      .notNull()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    fieldId: uuid('field_id')
      .notNull()
      .references(() => requestFields.id),
    value: anyJson<FieldValue>('value').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ticketId, table.fieldId] }),
    index('ticket_values_field_idx').on(table.fieldId),
  ],
);
