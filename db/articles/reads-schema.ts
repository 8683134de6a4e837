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

/**
 * Which articles were opened by people whose organisation uses a version of the product, so that those of the same
 * version see what the others read. `reader` is a keyed hash of the account and the article: it counts different readers
 * of one article, and tells neither who they are nor what else they read. Kept for the weeks that are counted.
 */
export const versionReaders = pgTable(
  'version_readers',
  {
    productVersion: text('product_version').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    week: date('week', { mode: 'string' }).notNull(),
    articleKey: text('article_key').notNull(),
    reader: text('reader').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.productVersion, table.locale, table.week, table.articleKey, table.reader] }),
    index('version_readers_week_idx').on(table.week),
    oneOf('version_readers', 'locale', LOCALES),
  ],
);
