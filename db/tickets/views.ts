import { and, asc, count, desc, eq, ne, or, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import type { Reader, Tx } from '../client';
import { users } from '../people/schema';
import { deskViews } from './views-schema';

type DeskViewRow = typeof deskViews.$inferSelect;

/** The views that somebody keeps and those that are shared, shared ones first, by name. */
export const deskViewsOf = async (db: Reader, userId: string) =>
  db
    .select({
      id: deskViews.id,
      name: deskViews.name,
      shared: deskViews.shared,
      address: deskViews.address,
      ownerId: deskViews.ownerId,
      ownerName: users.name,
    })
    .from(deskViews)
    .innerJoin(users, eq(deskViews.ownerId, users.id))
    .where(or(eq(deskViews.ownerId, userId), deskViews.shared))
    .orderBy(desc(deskViews.shared), asc(deskViews.name), asc(deskViews.id))
    .limit(100);

/** Lets nobody else name a view of this person until the transaction ends: two of one name would be one too many. */
export const holdDeskViewNames = async (tx: Tx, ownerId: string): Promise<void> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`desk-views ${ownerId}`}))`);
};

/** How many views somebody keeps. */
export const countOwnDeskViews = async (db: Reader, userId: string): Promise<number> => {
  const [row] = await db.select({ total: count() }).from(deskViews).where(eq(deskViews.ownerId, userId));
  return row?.total ?? 0;
};

type KeptView = Pick<DeskViewRow, 'name' | 'shared' | 'address'>;

/** Gives somebody's own view of this name, in capitals or not, another address; answers its id, `null` where there is none. */
export const replaceOwnDeskView = async (tx: Tx, ownerId: string, view: KeptView): Promise<string | null> => {
  const [row] = await tx
    .update(deskViews)
    .set(view)
    .where(and(eq(deskViews.ownerId, ownerId), sql`lower(${deskViews.name}) = lower(${view.name})`))
    .returning({ id: deskViews.id });
  return row?.id ?? null;
};

/** Keeps a view and answers its id. */
export const insertDeskView = async (tx: Tx, view: typeof deskViews.$inferInsert): Promise<string> => {
  const [row] = await tx.insert(deskViews).values(view).returning({ id: deskViews.id });
  if (!row) throw new Error('an insert answered no row');
  return row.id;
};

/** A kept view by its id; throws `not-found`. */
export const deskViewById = async (db: Reader, id: string): Promise<DeskViewRow> => {
  const [row] = await db.select().from(deskViews).where(eq(deskViews.id, id));
  if (!row) throw notFound('deskView');
  return row;
};

/** Whether somebody keeps a view of that name, in capitals or not, besides the one left out. */
export const hasDeskView = async (
  db: Reader,
  ownerId: string,
  { name, except }: { name: string; except?: string },
): Promise<boolean> => {
  const [row] = await db
    .select({ id: deskViews.id })
    .from(deskViews)
    .where(
      and(
        eq(deskViews.ownerId, ownerId),
        sql`lower(${deskViews.name}) = lower(${name})`,
        except === undefined ? undefined : ne(deskViews.id, except),
      ),
    )
    .limit(1);
  return row !== undefined;
};

/** Gives a kept view another name. */
export const renameDeskView = async (tx: Tx, id: string, name: string): Promise<void> => {
  await tx.update(deskViews).set({ name }).where(eq(deskViews.id, id));
};

/** Takes a kept view away. */
export const deleteDeskView = async (tx: Tx, id: string): Promise<void> => {
  await tx.delete(deskViews).where(eq(deskViews.id, id));
};
