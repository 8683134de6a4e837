import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { LOCALES } from '@/domain/people/locale';
import { SEARCH_KINDS } from '@/domain/search/answer';
import { SEARCH_AUDIENCES } from '@/domain/search/documents';
import { createdAt, id, instant, oneOf } from '../columns';
import { tickets } from '../tickets/schema';

/** Text compared byte by byte, so that the words of one beginning stand together whatever the server's language. */
const word = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** Whole indexes: one that answers, and while the next is built beside it, that one. */
export const searchGenerations = pgTable(
  'search_generations',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    state: text('state', { enum: ['building', 'current', 'former'] }).notNull(),
    /** Which way of taking texts apart made it; see `ENGINE_VERSION`. */
    engine: integer('engine').notNull(),
    /** Its documents are numbered from here. */
    firstDocument: integer('first_document').notNull(),
    createdAt: createdAt(),
  },
  () => [oneOf('search_generations', 'state', ['building', 'current', 'former'])],
);

/** Parts of an index: documents of one kind, language and audience, and how many they are. */
export const searchParts = pgTable(
  'search_parts',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    generation: integer('generation')
      .notNull()
      .references(() => searchGenerations.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: SEARCH_KINDS }).notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    audience: text('audience', { enum: SEARCH_AUDIENCES }).notNull(),
    /** Whether its documents are written in this language alone, and found by readers of the other one, too. */
    alone: boolean('alone').notNull().default(false),
    documents: integer('documents').notNull().default(0),
  },
  (table) => [
    uniqueIndex('search_parts_key').on(table.generation, table.kind, table.locale, table.audience, table.alone),
    oneOf('search_parts', 'kind', SEARCH_KINDS),
    oneOf('search_parts', 'locale', LOCALES),
    oneOf('search_parts', 'audience', SEARCH_AUDIENCES),
  ],
);

/** What can be found, as it is shown in the results. */
export const searchDocuments = pgTable(
  'search_documents',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    part: integer('part')
      .notNull()
      .references(() => searchParts.id, { onDelete: 'cascade' }),
    generation: integer('generation').notNull(),
    kind: text('kind', { enum: SEARCH_KINDS }).notNull(),
    key: text('key').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    /** The request behind it: who may see that row may see this one, and it goes when that row goes. */
    ticketId: uuid('ticket_id').references(() => tickets.id, { onDelete: 'cascade' }),
    href: text('href').notNull(),
    title: text('title').notNull(),
    trail: text('trail').array().notNull(),
    keywords: text('keywords').array().notNull(),
    at: instant('at'),
    /** Names the source as it was indexed, so that only what changed is indexed again. */
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('search_documents_key').on(table.generation, table.kind, table.key, table.locale),
    index('search_documents_ticket_idx').on(table.ticketId),
    index('search_documents_part_idx').on(table.part),
  ],
);

/** The text of a document by section. */
export const searchSections = pgTable(
  'search_sections',
  {
    documentId: integer('document_id')
      .notNull()
      .references(() => searchDocuments.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    heading: text('heading'),
    anchor: text('anchor'),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.position] })],
);

/**
 * Which documents hold a term: a row for each block of documents, see `domain/search/postings.ts`. Its migration keeps
 * rows of up to a page in one piece and as they are: they are read far more often than written.
 */
export const searchPostings = pgTable(
  'search_postings',
  {
    part: integer('part').notNull(),
    term: word('term').notNull(),
    block: integer('block').notNull(),
    /** How many documents of the block hold the term. */
    documents: integer('documents').notNull(),
    data: bytes('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.part, table.term, table.block] })],
);

/**
 * The words of the documents of one audience: for words half typed, and for slips of the pen. Read word by word, or few
 * of one beginning; where many begin alike, `search_beginnings` has the most used.
 */
export const searchWords = pgTable(
  'search_words',
  {
    generation: integer('generation').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    audience: text('audience', { enum: SEARCH_AUDIENCES }).notNull(),
    word: word('word').notNull(),
    term: text('term').notNull(),
    /** As it is written, with its accents. */
    shown: text('shown').notNull(),
    documents: integer('documents').notNull(),
    /** What is left of it without one letter; empty for words that nobody's slips are put right to. */
    keys: text('keys').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.generation, table.locale, table.audience, table.word] }),
    // Words of requests have no keys: without them the index is not written to with each message.
    index('search_words_keys_idx').using('gin', table.keys).where(sql`audience <> 'parties'`),
  ],
);

/** The most used words of a beginning that very many words share: `co` is read here, `conf` among the words. */
export const searchBeginnings = pgTable(
  'search_beginnings',
  {
    generation: integer('generation').notNull(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    audience: text('audience', { enum: SEARCH_AUDIENCES }).notNull(),
    beginning: word('beginning').notNull(),
    /** What is looked for instead, most used first, and how many documents hold each. */
    terms: text('terms').array().notNull(),
    documents: integer('documents').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.generation, table.locale, table.audience, table.beginning] })],
);

/** Words that mean the same to customers; a search for one finds the others, too. */
export const searchSynonyms = pgTable(
  'search_synonyms',
  {
    id: id(),
    locale: text('locale', { enum: LOCALES }).notNull(),
    words: text('words').array().notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  () => [oneOf('search_synonyms', 'locale', LOCALES)],
);

/** Rows of ours that the index is to be brought into step with: many wishes are fulfilled at once, for little more than one. */
export const searchWishes = pgTable(
  'search_wishes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    /** Not before: what can still be taken back is not found yet. */
    dueAt: instant('due_at').notNull(),
  },
  (table) => [index('search_wishes_due_idx').on(table.dueAt, table.id)],
);
