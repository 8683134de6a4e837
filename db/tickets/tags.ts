import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../client';
import { holds, readAlike } from '../people/read-alike';
import { textList } from '../search/rows';
import { tags, ticketTags } from './tags-schema';

/** Tags that hold a piece of text, those that begin with it first, by name, at most `limit`; the first of all for no text. */
export const findTags = async (db: Reader, text: string, limit: number): Promise<string[]> => {
  const name = sql`${tags.name}`;
  const begins = sql`starts_with(${readAlike(name)}, ${readAlike(sql`${text}::text`)})`;
  const rows = await db
    .select({ name: tags.name })
    .from(tags)
    .where(text ? holds(name, text) : undefined)
    .orderBy(...(text ? [desc(begins)] : []), asc(sql`lower(${tags.name})`))
    .limit(limit);
  return rows.map((row) => row.name);
};

/** The tags of some requests, by name, by the request's id. */
export const tagsOf = async (db: Reader, ticketIds: readonly string[]): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  if (ticketIds.length === 0) return found;
  const rows = await db
    .select({ ticketId: ticketTags.ticketId, name: tags.name })
    .from(ticketTags)
    .innerJoin(tags, eq(ticketTags.tagId, tags.id))
    .where(inArray(ticketTags.ticketId, [...ticketIds]))
    .orderBy(asc(sql`lower(${tags.name})`));
  for (const { ticketId, name } of rows) found.set(ticketId, [...(found.get(ticketId) ?? []), name]);
  return found;
};

/** Files a request under some words, made where they are new; answers the words, as they are written, that it was not filed under before. */
export const addTags = async (tx: Tx, ticketId: string, names: readonly string[]): Promise<string[]> => {
  if (names.length === 0) return [];
  await tx
    .insert(tags)
    .values(names.map((name) => ({ name })))
    .onConflictDoNothing();
  const folded = names.map((name) => name.toLowerCase());
  const known = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(sql`lower(${tags.name}) = any(${textList(folded)})`);
  const added = await tx
    .insert(ticketTags)
    .values(known.map(({ id }) => ({ ticketId, tagId: id })))
    .onConflictDoNothing()
    .returning({ tagId: ticketTags.tagId });
  return known.filter(({ id }) => added.some(({ tagId }) => tagId === id)).map(({ name }) => name);
};

/** Takes words off a request; answers those it was filed under. */
export const dropTags = async (tx: Tx, ticketId: string, names: readonly string[]): Promise<string[]> => {
  if (names.length === 0) return [];
  const folded = names.map((name) => name.toLowerCase());
  const known = await tx
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(sql`lower(${tags.name}) = any(${textList(folded)})`);
  if (known.length === 0) return [];
  const gone = await tx
    .delete(ticketTags)
    .where(
      and(
        eq(ticketTags.ticketId, ticketId),
        inArray(
          ticketTags.tagId,
          known.map(({ id }) => id),
        ),
      ),
    )
    .returning({ tagId: ticketTags.tagId });
  return known.filter(({ id }) => gone.some(({ tagId }) => tagId === id)).map(({ name }) => name);
};
