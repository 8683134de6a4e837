import { asc, desc, eq, sql } from 'drizzle-orm';
import { type OpenTime, openTimeOf } from '@/domain/sla/calendar';
import type { ClockRules } from '@/domain/sla/clocks';
import { NO_PROMISE } from '@/domain/sla/policy';
import { DEFAULT_RHYTHM, type ReleaseRhythm } from '@/domain/sla/releases';
import type { Reader } from '../client';
import { settings } from '../kernel/schema';
import { requestTypes } from '../tickets/schema';
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

/** Levels of criticality, gravest first. */
export const listLevels = async (db: Reader): Promise<Level[]> =>
  db.select().from(criticalityLevels).orderBy(desc(criticalityLevels.fromSeverity), asc(criticalityLevels.key));

/**
 * What the clocks of a request of this type and level are reckoned by: the type's policy, else the one of the house;
 * without a level, the targets of the lightest. An installation without a policy promises nothing.
 */
export const clockRules = async (db: Reader, typeKey: string, level: string | null): Promise<ClockRules> => {
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
