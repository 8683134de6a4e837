import { z } from 'zod';
import { listCalendars, writeCalendar } from '@/db/sla/queries';
import { notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';
import { calendarFacts, calendarFields } from './calendar-fields';

/**
 * Changes a business calendar: hours of each weekday as people write them, time zone, whose public holidays it keeps, days
 * off and open days of its own. It must be open at some hour of the week (`invalid`). Requests at work are reckoned anew.
 */
export const editCalendar = action({
  permission: 'sla.editCalendar',
  input: z.object({ key: z.string().min(1), ...calendarFields }),
  async run({ tx, input: { key, ...said }, now, outbox, audit }) {
    const before = (await listCalendars(tx)).find((calendar) => calendar.key === key);
    if (!before) throw notFound('calendar');
    const facts = await calendarFacts(said, before.country, now);
    await writeCalendar(tx, key, facts);
    await reckonAnew(outbox);
    // Pages of incidents tell times in the zone of the house.
    if (facts.timeZone !== before.timeZone) await outbox.touch('incidents');
    audit({ type: 'calendar', id: key }, { timeZone: facts.timeZone, country: facts.country, region: facts.region });
    return { key };
  },
});
