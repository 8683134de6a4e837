import { z } from 'zod';
import { housePolicy, listCalendars, writePolicyCalendar } from '@/db/sla/queries';
import { invalidField, notFound } from '@/domain/refusal';
import { action } from '../kernel/action';
import { reckonAnew } from './announce';

/** Lets the deadlines of the house go by another calendar. Requests at work are reckoned anew. */
export const chooseCalendar = action({
  permission: 'sla.chooseCalendar',
  input: z.object({ calendar: z.string().min(1, 'errors.choice') }),
  async run({ tx, input, outbox, audit }) {
    if (!(await listCalendars(tx)).some(({ key }) => key === input.calendar)) {
      throw invalidField('calendar', 'errors.choice');
    }
    const policy = await housePolicy(tx);
    if (!policy) throw notFound('calendar');
    await writePolicyCalendar(tx, policy.key, input.calendar);
    await reckonAnew(outbox);
    // The time zone of the house may be another now, and pages of incidents tell times in it.
    await outbox.touch('incidents');
    audit({ type: 'policy', id: policy.key }, { calendar: [policy.calendar.key, input.calendar] });
    return { calendar: input.calendar };
  },
});
