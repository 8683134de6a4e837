import { z } from 'zod';
import { knowsPlace } from '@/db/sla/holidays';
import { listCalendars, writeCalendar } from '@/db/sla/queries';
import { isTimeZone } from '@/domain/people/time-zones';
import { invalidField, notFound } from '@/domain/refusal';
import { readDays, readSpans } from '@/domain/sla/written';
import { action } from '../kernel/action';
import { bilingual } from '../kernel/bilingual';
import { reckonAnew } from './announce';

const read = <Value>(reader: (written: string) => Value | null, error: string) =>
  z
    .string()
    .max(10_000)
    .transform((written, context) => {
      const value = reader(written);
      if (value !== null) return value;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });

const hours = read(readSpans, 'errors.hours');

/**
 * Changes a business calendar: hours of each weekday as people write them, time zone, whose public holidays it keeps, days
 * off and open days of its own. It must be open at some hour of the week (`invalid`). Requests at work are reckoned anew.
 */
export const editCalendar = action({
  permission: 'sla.editCalendar',
  input: z.object({
    key: z.string().min(1),
    name: bilingual(80),
    timeZone: z.string().refine(isTimeZone, 'errors.choice'),
    country: z.string().max(10),
    region: z.string().max(20),
    hours: z.object({ '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours }),
    daysOff: read(readDays, 'errors.days'),
    openDays: read(readDays, 'errors.openDays'),
  }),
  async run({ tx, input, now, outbox, audit }) {
    const { key, name, timeZone, country, hours: week } = input;
    const before = (await listCalendars(tx)).find((calendar) => calendar.key === key);
    if (!before) throw notFound('calendar');
    const days = [week['1'], week['2'], week['3'], week['4'], week['5'], week['6'], week['7']];
    if (days.every((spans) => spans.length === 0)) throw invalidField('hours.1', 'errors.neverOpen');
    if (input.openDays.some(({ spans }) => spans.length === 0)) throw invalidField('openDays', 'errors.openDays');
    // A region belongs to its country: with another country it is forgotten.
    const region = country && country === before.country && input.region ? input.region : null;
    if (country && !(await knowsPlace({ country, region }))) throw invalidField('country', 'errors.choice');
    await writeCalendar(tx, key, {
      name,
      timeZone,
      week: days,
      country: country || null,
      region,
      daysOff: input.daysOff.map((day) => ({ date: day.date, name: { fr: day.name } })),
      openDays: input.openDays.map((day) => ({ ...day, name: { fr: day.name } })),
      updatedAt: now,
    });
    await reckonAnew(outbox);
    audit({ type: 'calendar', id: key }, { timeZone, country: country || null, region });
    return { key };
  },
});
