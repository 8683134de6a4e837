import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { calendars, criticalityLevels, policies, policyTargets } from '../sla/schema';
import { seedForms } from './forms';
import { SHIPPED_CALENDAR, SHIPPED_LEVELS, SHIPPED_POLICY } from './levels';
import { seedSynonyms } from './synonyms';

/** Levels, calendar and policy, into an installation that has none; what was there before is then reckoned by them. */
const seedDeadlines = async (db: PostgresJsDatabase): Promise<void> => {
  const known = await db.select({ key: criticalityLevels.key }).from(criticalityLevels).limit(1);
  if (known.length > 0) return;
  await db.insert(calendars).values(SHIPPED_CALENDAR).onConflictDoNothing();
  await db.insert(policies).values(SHIPPED_POLICY).onConflictDoNothing();
  await db.insert(criticalityLevels).values(SHIPPED_LEVELS.map(({ targets: _, ...level }) => level));
  await db
    .insert(policyTargets)
    .values(SHIPPED_LEVELS.map(({ key, targets }) => ({ policyKey: SHIPPED_POLICY.key, levelKey: key, targets })));
};

/** Writes the rows that every installation has, without touching what an admin changed since. */
export const seedSystem = async (db: PostgresJsDatabase): Promise<void> => {
  await seedForms(db);
  await seedSynonyms(db);
  await seedDeadlines(db);
};
