import { z } from 'zod';
import { knowsPlace } from '@/db/sla/holidays';
import { isTimeZone } from '@/domain/people/time-zones';
import { invalidField } from '@/domain/refusal';
import { readDays, readSpans } from '@/domain/sla/written';
import { bilingual } from '../kernel/bilingual';

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

/** What an administrator says of a business calendar, hours and days as people write them. */
export const calendarFields = {
  name: bilingual(80),
  timeZone: z.string().refine(isTimeZone, 'errors.choice'),
  country: z.string().max(10),
  region: z.string().max(20),
  hours: z.object({ '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours, '7': hours }),
  daysOff: read(readDays, 'errors.days'),
  openDays: read(readDays, 'errors.openDays'),
};
type Said = z.output<z.ZodObject<typeof calendarFields>>;

/** A calendar as it is kept. It must be open at some hour of the week (`invalid`); `before` is the country it had. */
export const calendarFacts = async (input: Said, before: string | null, now: Date) => {
  const { name, timeZone, country, hours: week } = input;
  const days = [week['1'], week['2'], week['3'], week['4'], week['5'], week['6'], week['7']];
  if (days.every((spans) => spans.length === 0)) throw invalidField('hours.1', 'errors.neverOpen');
  if (input.openDays.some(({ spans }) => spans.length === 0)) throw invalidField('openDays', 'errors.openDays');
  // A region belongs to its country: with another country it is forgotten.
  const region = country && country === before && input.region ? input.region : null;
  if (country && !(await knowsPlace({ country, region }))) throw invalidField('country', 'errors.choice');
  return {
    name,
    timeZone,
    week: days,
    country: country || null,
    region,
    daysOff: input.daysOff.map((day) => ({ date: day.date, name: { fr: day.name } })),
    openDays: input.openDays.map((day) => ({ ...day, name: { fr: day.name } })),
    updatedAt: now,
  };
};
