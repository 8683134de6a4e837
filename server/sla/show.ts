import { z } from 'zod';
import { holidayCountries, holidayRegions } from '@/db/sla/holidays';
import {
  housePolicy,
  listCalendars,
  listLevels,
  openTimeOfCalendar,
  releaseRhythm,
  usedLevels,
} from '@/db/sla/queries';
import { silenceRules } from '@/db/tickets/silence';
import { dueOf } from '@/domain/sla/targets';
import { CLOCK_KINDS } from '@/domain/tickets/history';
import { query } from '../kernel/action';

/**
 * Everything that deadlines are reckoned by, for its page: the calendars, the levels with what the house promises for
 * each, the release rhythm, the days of silence; and when a request opened now would be due.
 */
export const show = query({
  permission: 'sla.show',
  input: z.object({}),
  async run({ db, now, call }) {
    const [calendars, levels, policy, rhythm, silence, used] = await Promise.all([
      listCalendars(db),
      listLevels(db),
      housePolicy(db),
      releaseRhythm(db),
      silenceRules(db),
      usedLevels(db),
    ]);
    const time = policy ? await openTimeOfCalendar(policy.calendar) : null;
    const dues = (levelKey: string) => {
      const targets = policy?.targets.get(levelKey);
      if (!time || !targets) return null;
      return CLOCK_KINDS.map((clock) => ({
        clock,
        target: targets[clock],
        due: dueOf(targets[clock], now.getTime(), [], { time, rhythm }),
      }));
    };
    return {
      calendars: await Promise.all(
        calendars.map(async (calendar) => ({
          ...calendar,
          inUse: calendar.key === policy?.calendar.key,
          regions: calendar.country ? await holidayRegions(calendar.country, call.locale) : [],
        })),
      ),
      countries: await holidayCountries(call.locale),
      levels: levels.map((level) => ({
        ...level,
        inUse: used.includes(level.key),
        targets: policy?.targets.get(level.key) ?? null,
        dues: dues(level.key),
      })),
      policy: policy && { key: policy.key, name: policy.name, calendarKey: policy.calendar.key },
      rhythm,
      silence,
    };
  },
});
