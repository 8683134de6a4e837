import { z } from 'zod';
import { insertCalendar, listCalendars } from '@/db/sla/queries';
import { freeKey } from '@/domain/forms/fields';
import { action } from '../kernel/action';
import { calendarFacts, calendarFields } from './calendar-fields';

/** Adds a business calendar, which nothing goes by until it is chosen; its key comes from its French name. */
export const addCalendar = action({
  permission: 'sla.addCalendar',
  input: z.object(calendarFields),
  async run({ tx, input, now, audit }) {
    const facts = await calendarFacts(input, null, now);
    const taken = (await listCalendars(tx)).map((calendar) => calendar.key);
    const key = freeKey(input.name.fr, taken);
    await insertCalendar(tx, { key, ...facts });
    audit({ type: 'calendar', id: key }, { timeZone: facts.timeZone, country: facts.country });
    return { key };
  },
});
