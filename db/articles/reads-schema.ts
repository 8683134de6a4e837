import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { oneOf } from '../columns';

/** How often an article was read in a week, which its Monday names. A number and nothing about who read. */
export const articleReads = pgTable(
  'article_reads',
  {
    articleKey: text('article_key').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    week: date('week', { mode: 'string' }).notNull(),
    reads: integer('reads').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.week, table.locale, table.articleKey] }),
    index('article_reads_article_idx').on(table.articleKey, table.locale),
    oneOf('article_reads', 'locale', LOCALES),
  ],
);
