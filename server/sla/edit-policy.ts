import { z } from 'zod';
import { policyForUpdate, writePolicy } from '@/db/sla/queries';
import { action } from '../kernel/action';
import { reckonAnew } from '../kernel/reckon-anew';
import { knownCalendar, policyFields, writePromises } from './policy-fields';

/** Changes a policy: its name, its calendar, what it promises for each level. Requests at work are reckoned anew. */
export const editPolicy = action({
  permission: 'sla.editPolicy',
  input: z.object({ key: z.string().min(1).max(80), ...policyFields }),
  async run({ tx, input: { key, name, calendar, targets }, now, outbox, audit }) {
    const before = await policyForUpdate(tx, key);
    await knownCalendar(tx, calendar);
    await writePolicy(tx, key, { name, calendarKey: calendar, updatedAt: now });
    const changed = await writePromises(tx, key, targets);
    await reckonAnew(outbox);
    // The time zone of the house may be another now, and pages of incidents tell times in it.
    if (before.isDefault && before.calendarKey !== calendar) await outbox.touch('incidents');
    audit({ type: 'policy', id: key }, { name: name.fr, calendar: [before.calendarKey, calendar], targets: changed });
    return { key };
  },
});
