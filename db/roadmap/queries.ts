import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import { DEFAULT_THEME_LIMIT, type ThemeEventKind } from '@/domain/roadmap/themes';
import type { Reader, Tx } from '../client';
import { settings } from '../kernel/schema';
import { themeEvents, themeSteps, themes } from './schema';

export type Theme = typeof themes.$inferSelect;
export type ThemeStep = typeof themeSteps.$inferSelect;
export type ThemeEvent = typeof themeEvents.$inferSelect;
export type ThemeStory = Theme & { steps: ThemeStep[] };

const withSteps = async (db: Reader, found: readonly Theme[]): Promise<ThemeStory[]> => {
  if (found.length === 0) return [];
  const steps = await db
    .select()
    .from(themeSteps)
    .where(
      inArray(
        themeSteps.themeId,
        found.map((theme) => theme.id),
      ),
    )
    .orderBy(asc(themeSteps.position));
  return found.map((theme) => ({ ...theme, steps: steps.filter((step) => step.themeId === theme.id) }));
};

/** All themes with their steps, in the order the product team gave them. */
export const listThemes = async (db: Reader): Promise<ThemeStory[]> =>
  withSteps(db, await db.select().from(themes).orderBy(asc(themes.position), asc(themes.createdAt)));

/** One theme by its key. Throws `not-found`. */
export const themeByKey = async (db: Reader, key: string): Promise<ThemeStory> => {
  const [story] = await withSteps(db, await db.select().from(themes).where(eq(themes.key, key)));
  if (!story) throw notFound('theme');
  return story;
};

/** The key and title of a theme by its id; `null` without one. */
export const themeNamed = async (db: Reader, id: string | null): Promise<Pick<Theme, 'key' | 'title'> | null> => {
  if (!id) return null;
  const [row] = await db.select({ key: themes.key, title: themes.title }).from(themes).where(eq(themes.id, id));
  return row ?? null;
};

/** Holds the row of a theme until the transaction ends. Throws `not-found`. */
export const themeForUpdate = async (tx: Tx, key: string): Promise<ThemeStory> => {
  const [row] = await tx.select().from(themes).where(eq(themes.key, key)).for('update');
  if (!row) throw notFound('theme');
  const [story] = await withSteps(tx, [row]);
  if (!story) throw notFound('theme');
  return story;
};

/** The history of a theme, newest first; 50 at most. */
export const themeHistory = async (db: Reader, themeId: string): Promise<ThemeEvent[]> =>
  db.select().from(themeEvents).where(eq(themeEvents.themeId, themeId)).orderBy(desc(themeEvents.id)).limit(50);

/** How many priority themes there may be. */
export const themeLimit = async (db: Reader): Promise<number> => {
  const [row] = await db.select().from(settings).where(eq(settings.key, 'roadmap.limit'));
  return typeof row?.value === 'number' ? row.value : DEFAULT_THEME_LIMIT;
};

/**
 * Takes the lock under which places on the roadmap are counted, so that two people at once cannot both take the last
 * one, and answers how many are taken and how many there are. Held until the transaction ends.
 */
export const countPlaces = async (tx: Tx): Promise<{ taken: number; limit: number }> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('roadmap.places'))`);
  const rows = await tx
    .select({ id: themes.id })
    .from(themes)
    .where(notInArray(themes.state, ['delivered', 'postponed']));
  return { taken: rows.length, limit: await themeLimit(tx) };
};

/** Writes a theme at the end of the list; `null` when its key is taken. */
export const insertTheme = async (
  tx: Tx,
  theme: Omit<typeof themes.$inferInsert, 'position'>,
): Promise<Theme | null> => {
  const [last] = await tx.select({ position: themes.position }).from(themes).orderBy(desc(themes.position)).limit(1);
  const [row] = await tx
    .insert(themes)
    .values({ ...theme, position: (last?.position ?? 0) + 1 })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
};

/** Changes a theme. */
export const updateTheme = async (tx: Tx, id: string, change: Partial<typeof themes.$inferInsert>): Promise<void> => {
  await tx.update(themes).set(change).where(eq(themes.id, id));
};

/** A step as it should be: with an id it is the step of that id, without one it is new. */
export type WantedStep = { id?: string | undefined; title: ThemeStep['title']; done: boolean };

/** Brings the steps of a theme to the wanted list, in its order; steps that are not in it are removed. */
export const replaceSteps = async (
  tx: Tx,
  theme: ThemeStory,
  wanted: readonly WantedStep[],
  now: Date,
): Promise<void> => {
  const known = new Map(theme.steps.map((step) => [step.id, step]));
  const kept = wanted.flatMap((step) => (step.id && known.has(step.id) ? [step.id] : []));
  const gone = theme.steps.filter((step) => !kept.includes(step.id)).map((step) => step.id);
  if (gone.length > 0) {
    await tx.delete(themeSteps).where(and(eq(themeSteps.themeId, theme.id), inArray(themeSteps.id, gone)));
  }
  for (const [position, { id, title, done }] of wanted.entries()) {
    const before = id ? known.get(id) : undefined;
    const doneAt = done ? (before?.doneAt ?? now) : null;
    if (before) await tx.update(themeSteps).set({ title, position, doneAt }).where(eq(themeSteps.id, before.id));
    else await tx.insert(themeSteps).values({ themeId: theme.id, title, position, doneAt });
  }
};

/** Adds a fact to a theme's history. */
export const appendThemeEvent = async (
  tx: Tx,
  themeId: string,
  event: { kind: ThemeEventKind; actorId: string | null; data: Record<string, unknown>; at: Date },
): Promise<void> => {
  await tx.insert(themeEvents).values({ themeId, ...event });
};
