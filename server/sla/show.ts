import { z } from 'zod';
import { holidayCountries, holidayRegions } from '@/db/sla/holidays';
import {
  listCalendars,
  listLevels,
  listPolicies,
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
 * each, every policy with its promises, the release rhythm, the days of silence; and when a request opened now would be due.
 */
export const show = query({
  permission: 'sla.show',
  input: z.object({}),
  async run({ db, now, call }) {
    const [calendars, levels, policies, rhythm, silence, used] = await Promise.all([
      listCalendars(db),
      listLevels(db),
      listPolicies(db),
      releaseRhythm(db),
      silenceRules(db),
      usedLevels(db),
    ]);
    const shownPolicies = await Promise.all(
      policies.map(async ({ calendar, targets: promises, ...policy }) => {
        const time = await openTimeOfCalendar(calendar);
        const promised = levels.map(({ key, name, active }) => {
          const targets = promises.get(key) ?? null;
          const dues =
            targets &&
            CLOCK_KINDS.map((clock) => ({
              clock,
              target: targets[clock],
              due: dueOf(targets[clock], now.getTime(), [], { time, rhythm }),
            }));
          return { key, name, active, targets, dues };
        });
        return { ...policy, calendarKey: calendar.key, calendarName: calendar.name, levels: promised };
      }),
    );
    const house = shownPolicies.find(({ isDefault }) => isDefault) ?? null;
    return {
      calendars: await Promise.all(
        calendars.map(async (calendar) => ({
          ...calendar,
          inUse: policies.some((policy) => policy.calendar.key === calendar.key),
          regions: calendar.country ? await holidayRegions(calendar.country, call.locale) : [],
        })),
      ),
      countries: await holidayCountries(call.locale),
      levels: levels.map((level) => {
        const promised = house?.levels.find(({ key }) => key === level.key);
        return {
          ...level,
          inUse: used.includes(level.key),
          targets: promised?.targets ?? null,
          dues: promised?.dues ?? null,
        };
      }),
      policies: shownPolicies,
      rhythm,
      silence,
    };
  },
});
