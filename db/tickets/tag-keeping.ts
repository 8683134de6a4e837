import { and, eq, ne, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { cut, type Part, pageOf } from '../keyset';
import { holds } from '../people/read-alike';
import { cannedReplies } from '../replies/schema';
import { tags, ticketTags } from './tags-schema';
import { deskViews } from './views-schema';

export type Tag = Pick<typeof tags.$inferSelect, 'id' | 'name'>;

const NAMED = { id: tags.id, name: tags.name } as const;

/** Canned replies and kept views name tags by their words. */
const inReply = (name: string) => sql`${cannedReplies.tags} @> to_jsonb(${name}::text)`;
const inView = (name: string) => sql`lower(${deskViews.address} ->> 'tag') = lower(${name})`;

/** A place among tags. */
type TagPlace = [name: string];

const BY_NAME = { by: [sql`lower(${tags.name})`], bounds: ([name]: TagPlace) => [sql`lower(${name})`] };

/**
 * Tags by name with how many requests are filed under each, and how many canned replies and kept views name it; `text` is a
 * piece of their name.
 */
export const listKeptTags = async (db: Reader, text: string | undefined, part: Part<TagPlace>) => {
  const { where, orderBy, limit } = cut(BY_NAME, part);
  const rows = await db
    .select({
      ...NAMED,
      // Written out: columns lose the name of their table where only one is selected from.
      requests: sql<number>`(select count(*)::int from ${ticketTags} f where f.tag_id = tags.id)`,
      replies: sql<number>`(select count(*)::int from ${cannedReplies} r where r.tags @> to_jsonb(tags.name))`,
      views: sql<number>`(select count(*)::int from ${deskViews} v where lower(v.address ->> 'tag') = lower(tags.name))`,
    })
    .from(tags)
    .where(and(text ? holds(sql`${tags.name}`, text) : undefined, where))
    .orderBy(...orderBy)
    .limit(limit);
  return pageOf(rows, part, ({ name }): TagPlace => [name]);
};

/** The id of the tag of a name; `null` where there is none. */
export const tagIdOf = async (db: Reader, name: string): Promise<string | null> => {
  const [row] = await db.select({ id: tags.id }).from(tags).where(sql`lower(${tags.name}) = lower(${name})`);
  return row?.id ?? null;
};

/** A tag, its row held until the transaction ends; throws `not-found`. */
export const tagForUpdate = async (tx: Tx, id: string): Promise<Tag> => {
  const [row] = await tx.select(NAMED).from(tags).where(eq(tags.id, id)).for('update');
  if (!row) throw notFound('tag');
  return row;
};

/** Whether another tag is called that. */
export const tagNameTaken = async (db: Reader, name: string, exceptId: string): Promise<boolean> => {
  const rows = await db
    .select({ id: tags.id })
    .from(tags)
    .where(and(sql`lower(${tags.name}) = lower(${name})`, ne(tags.id, exceptId)));
  return rows.length > 0;
};

/** Lets canned replies and kept views name a tag by another word. */
const followRename = async (tx: Tx, from: string, to: string): Promise<void> => {
  await tx
    .update(cannedReplies)
    .set({
      tags: sql`(select jsonb_agg(distinct case when tag = ${from} then ${to}::text else tag end) from jsonb_array_elements_text(${cannedReplies.tags}) tag)`,
    })
    .where(inReply(from));
  await tx
    .update(deskViews)
    .set({ address: sql`jsonb_set(${deskViews.address}, '{tag}', to_jsonb(${to}::text))` })
    .where(inView(from));
};

/** Calls a tag by another name, wherever it is named; histories keep the word of their time. */
export const renameTag = async (tx: Tx, tag: Tag, name: string): Promise<void> => {
  await tx.update(tags).set({ name }).where(eq(tags.id, tag.id));
  await followRename(tx, tag.name, name);
};

/** Files everything that is under one tag under another, takes the first away and answers how many requests were filed anew. */
export const mergeTags = async (tx: Tx, from: Tag, into: Tag): Promise<number> => {
  const moved = await tx.execute(sql`
    insert into ${ticketTags} (ticket_id, tag_id)
    select ticket_id, ${into.id}::uuid from ${ticketTags} where tag_id = ${from.id}
    on conflict do nothing returning ticket_id`);
  await tx.delete(tags).where(eq(tags.id, from.id));
  await followRename(tx, from.name, into.name);
  return moved.length;
};

/** Takes a tag away that nothing names; `false`, and nothing changes, where something does. */
export const deleteUnusedTag = async (tx: Tx, tag: Tag): Promise<boolean> => {
  const [used] = await tx.execute<{ used: boolean }>(sql`
    select exists (select 1 from ${ticketTags} where tag_id = ${tag.id})
      or exists (select 1 from ${cannedReplies} where ${inReply(tag.name)})
      or exists (select 1 from ${deskViews} where ${inView(tag.name)}) as used`);
  if (used?.used !== false) return false;
  await tx.delete(tags).where(eq(tags.id, tag.id));
  return true;
};
