import { asc, desc, eq, sql } from 'drizzle-orm';
import { notFound } from '@/domain/refusal';
import { type OpenTime, openTimeOf } from '@/domain/sla/calendar';
import type { ClockRules } from '@/domain/sla/clocks';
import { NO_PROMISE, type PolicyTargets } from '@/domain/sla/policy';
import { DEFAULT_RHYTHM, type ReleaseRhythm } from '@/domain/sla/releases';
import type { Reader, Tx } from '../client';
import { requestTypes } from '../forms/schema';
import { settings } from '../kernel/schema';
import { settingValue } from '../kernel/settings';
import { remembered, rememberedThroughout } from '../remembered';

import { publicHolidays } from './holidays';
import { calendars, criticalityLevels, policies, policyTargets } from './schema';

export type Calendar = typeof calendars.$inferSelect;
export type Level = typeof criticalityLevels.$inferSelect;

/** The setting that holds when updates of the product are scheduled. */
export const RHYTHM_SETTING = 'sla.releases';

const laid = new Map<string, OpenTime>();

/** A stored calendar laid over real time with the holidays of its place. Worked out once for each version of it. */
export const openTimeOfCalendar = async (calendar: Calendar): Promise<OpenTime> => {
  const { key, timeZone, week, daysOff, openDays, country, region } = calendar;
  const version = JSON.stringify([key, timeZone, week, daysOff, openDays, country, region]);
  const known = laid.get(version);
  if (known) return known;
  const holidayOn = await publicHolidays(country ? { country, region } : null);
  const time = openTimeOf({ timeZone, week, daysOff, openDays }, holidayOn);
  for (const old of laid.keys()) if (laid.size > 50) laid.delete(old);
  laid.set(version, time);
  return time;
};

/** When updates of the product are scheduled. */
export const releaseRhythm = async (db: Reader): Promise<ReleaseRhythm> =>
  ((await settingValue(db, RHYTHM_SETTING)) as ReleaseRhythm | undefined) ?? DEFAULT_RHYTHM;

/** Business calendars, in the order of their keys. */
export const listCalendars = async (db: Reader): Promise<Calendar[]> =>
  db.select().from(calendars).orderBy(asc(calendars.key));

const policyUsed = sql<boolean>`exists (select 1 from request_types used where used.policy_key = policies.key)`;

/** Every policy with its calendar, its targets by level and whether types of request go by it: the house's own first, the rest by name. */
export const listPolicies = async (db: Reader) => {
  const rows = await db
    .select({
      key: policies.key,
      name: policies.name,
      isDefault: policies.isDefault,
      calendar: calendars,
      inUse: policyUsed,
    })
    .from(policies)
    .innerJoin(calendars, eq(calendars.key, policies.calendarKey))
    .orderBy(desc(policies.isDefault), sql`${policies.name} ->> 'fr'`, asc(policies.key));
  const targets = await db.select().from(policyTargets);
  return rows.map((row) => {
    const own = targets.filter(({ policyKey }) => policyKey === row.key);
    return { ...row, targets: new Map(own.map((one) => [one.levelKey, one.targets])) };
  });
};

/** A policy by its key, held so that nobody deletes it before the transaction ends; `null` where there is none. */
export const policyToChoose = async (tx: Tx, key: string): Promise<{ key: string } | null> =>
  (await tx.select({ key: policies.key }).from(policies).where(eq(policies.key, key)).for('key share'))[0] ?? null;

/** A policy for who changes it, held until the transaction ends. Throws `not-found`. */
export const policyForUpdate = async (tx: Tx, key: string): Promise<typeof policies.$inferSelect> => {
  const [policy] = await tx.select().from(policies).where(eq(policies.key, key)).for('update');
  if (!policy) throw notFound('policy');
  return policy;
};

/** The keys of all policies. */
export const keysOfPolicies = async (db: Reader): Promise<string[]> =>
  (await db.select({ key: policies.key }).from(policies)).map(({ key }) => key);

/** Adds a policy without targets, which no type goes by yet. */
export const insertPolicy = async (tx: Tx, policy: Omit<typeof policies.$inferInsert, 'isDefault'>): Promise<void> => {
  await tx.insert(policies).values(policy);
};

/** Deletes a policy that is not the house's own and that no type goes by, with its targets; answers whether it did. */
export const deletePolicy = async (tx: Tx, key: string): Promise<boolean> =>
  (
    await tx
      .delete(policies)
      .where(sql`${policies.key} = ${key} and not ${policies.isDefault} and not ${policyUsed}`)
      .returning({ key: policies.key })
  ).length > 0;

/** The policy of the house with its calendar and its targets by level; `null` in an installation without one. */
export const housePolicy = async (db: Reader) => {
  const [row] = await db
    .select({ key: policies.key, name: policies.name, calendar: calendars })
    .from(policies)
    .innerJoin(calendars, eq(calendars.key, policies.calendarKey))
    .where(eq(policies.isDefault, true));
  if (!row) return null;
  const targets = await db.select().from(policyTargets).where(eq(policyTargets.policyKey, row.key));
  return { ...row, targets: new Map(targets.map((one) => [one.levelKey, one.targets])) };
};

/** Changes a level of criticality. */
export const writeLevel = async (tx: Tx, key: string, change: Partial<typeof criticalityLevels.$inferInsert>) => {
  await tx.update(criticalityLevels).set(change).where(eq(criticalityLevels.key, key));
};

const levelUsed = sql<boolean>`exists (select 1 from tickets used where used.criticality = criticality_levels.key)`;
const levelTold = sql`exists (select 1 from ticket_events used where used.kind = 'graded' and used.data ->> 'level' = criticality_levels.key)`;
const levelLookedFor = sql`exists (select 1 from desk_views used where used.address ->> 'level' = criticality_levels.key)`;
const calendarUsed = sql<boolean>`exists (select 1 from policies used where used.calendar_key = calendars.key)`;

/** The keys of levels that requests have. */
export const usedLevels = async (db: Reader): Promise<string[]> =>
  (await db.select({ key: criticalityLevels.key }).from(criticalityLevels).where(levelUsed)).map(({ key }) => key);

/** Adds a level. */
export const insertLevel = async (tx: Tx, level: typeof criticalityLevels.$inferInsert): Promise<void> => {
  await tx.insert(criticalityLevels).values(level);
};

/**
 * Deletes a level that no request has or ever had, for histories tell of it, and that no kept view is narrowed to, with what
 * is promised for it; answers whether it did.
 */
export const deleteLevel = async (tx: Tx, key: string): Promise<boolean> => {
  const [free] = await tx
    .select({ key: criticalityLevels.key })
    .from(criticalityLevels)
    .where(sql`${criticalityLevels.key} = ${key} and not ${levelUsed} and not ${levelTold} and not ${levelLookedFor}`);
  if (!free) return false;
  await tx.delete(policyTargets).where(eq(policyTargets.levelKey, key));
  return (
    (await tx.delete(criticalityLevels).where(eq(criticalityLevels.key, key)).returning({ key: criticalityLevels.key }))
      .length > 0
  );
};

/** Adds a calendar. */
export const insertCalendar = async (tx: Tx, calendar: typeof calendars.$inferInsert): Promise<void> => {
  await tx.insert(calendars).values(calendar);
};

/** Deletes a calendar that no policy goes by; answers whether it did. */
export const deleteCalendar = async (tx: Tx, key: string): Promise<boolean> =>
  (
    await tx
      .delete(calendars)
      .where(sql`${calendars.key} = ${key} and not ${calendarUsed}`)
      .returning({ key: calendars.key })
  ).length > 0;

/** Changes what a policy is called and which calendar it goes by. */
export const writePolicy = async (
  tx: Tx,
  key: string,
  change: Pick<typeof policies.$inferInsert, 'name' | 'calendarKey' | 'updatedAt'>,
): Promise<void> => {
  await tx.update(policies).set(change).where(eq(policies.key, key));
};

/** Writes what a policy promises for a level. */
export const writeTargets = async (tx: Tx, policyKey: string, levelKey: string, targets: PolicyTargets) => {
  await tx
    .insert(policyTargets)
    .values({ policyKey, levelKey, targets })
    .onConflictDoUpdate({ target: [policyTargets.policyKey, policyTargets.levelKey], set: { targets } });
};

/** Changes a calendar. */
export const writeCalendar = async (tx: Tx, key: string, change: Partial<typeof calendars.$inferInsert>) => {
  await tx.update(calendars).set(change).where(eq(calendars.key, key));
};

/** Levels of criticality, gravest first. */
export const listLevels = (db: Reader): Promise<readonly Level[]> =>
  remembered('house', 'levels', db, async () =>
    db.select().from(criticalityLevels).orderBy(desc(criticalityLevels.fromSeverity), asc(criticalityLevels.key)),
  );

/** The severity from which a level applies (1 to 5); `null` for no level. */
export const severityOfLevel = async (db: Reader, level: string | null): Promise<number | null> => {
  if (level === null) return null;
  const [row] = await db
    .select({ severity: criticalityLevels.fromSeverity })
    .from(criticalityLevels)
    .where(eq(criticalityLevels.key, level));
  return row?.severity ?? null;
};

/**
 * What the clocks of a request of this type and level are reckoned by: the type's policy, else the one of the house;
 * without a level, the targets of the lightest. An installation without a policy promises nothing.
 */
export const clockRules = (db: Reader, typeKey: string, level: string | null): Promise<ClockRules> =>
  remembered('house', `clocks ${typeKey} ${level ?? ''}`, db, () => readClockRules(db, typeKey, level));

/** The same for telling what to expect: a transaction that changes nothing of it takes what is remembered. */
export const toldClockRules = (db: Reader, typeKey: string, level: string | null): Promise<ClockRules> =>
  rememberedThroughout('house', `clocks ${typeKey} ${level ?? ''}`, db, () => readClockRules(db, typeKey, level));

const readClockRules = async (db: Reader, typeKey: string, level: string | null): Promise<ClockRules> => {
  const lightest = sql`(select key from ${criticalityLevels} where active order by from_severity, key limit 1)`;
  const [row] = await db
    .select({
      needsReproduction: requestTypes.needsReproduction,
      calendar: calendars,
      targets: policyTargets.targets,
      rhythm: sql<ReleaseRhythm | null>`(select value from ${settings} where key = ${RHYTHM_SETTING})`,
    })
    .from(requestTypes)
    .innerJoin(
      policies,
      sql`${policies.key} = coalesce(${requestTypes.policyKey}, (select key from ${policies} where is_default))`,
    )
    .innerJoin(calendars, eq(calendars.key, policies.calendarKey))
    .leftJoin(
      policyTargets,
      sql`${policyTargets.policyKey} = ${policies.key} and ${policyTargets.levelKey} = coalesce(${level}, ${lightest})`,
    )
    .where(eq(requestTypes.key, typeKey));
  const rhythm = row?.rhythm ?? DEFAULT_RHYTHM;
  if (!row) {
    const time = openTimeOf({ timeZone: 'UTC', week: [], daysOff: [], openDays: [] }, () => null);
    return { time, rhythm, targets: NO_PROMISE, needsReproduction: false };
  }
  return {
    time: await openTimeOfCalendar(row.calendar),
    rhythm,
    targets: row.targets ?? NO_PROMISE,
    needsReproduction: row.needsReproduction,
  };
};
