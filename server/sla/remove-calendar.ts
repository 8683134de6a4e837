import { z } from 'zod';
import { deleteCalendar, listCalendars } from '@/db/sla/queries';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Deletes a calendar that nothing goes by; one that is in use is refused (`conflict`). */
export const removeCalendar = action({
  permission: 'sla.removeCalendar',
  input: z.object({ key: z.string().min(1) }),
  async run({ tx, input: { key }, audit }) {
    const calendar = (await listCalendars(tx)).find((one) => one.key === key);
    if (!calendar) throw notFound('calendar');
    if (!(await deleteCalendar(tx, key))) throw new Refusal('conflict', 'errors.inUse.calendar');
    audit({ type: 'calendar', id: key }, { name: calendar.name.fr });
    return { key };
  },
});
