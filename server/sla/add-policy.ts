import { z } from 'zod';
import { insertPolicy, keysOfPolicies } from '@/db/sla/queries';
import { freeKey } from '@/domain/forms/fields';
import { action } from '../kernel/action';
import { knownCalendar, policyFields, writePromises } from './policy-fields';

/** Adds a policy of deadlines, which nothing goes by until a type of request chooses it; its key comes from its French name. */
export const addPolicy = action({
  permission: 'sla.addPolicy',
  input: z.object(policyFields),
  async run({ tx, input: { name, calendar, targets }, now, audit }) {
    await knownCalendar(tx, calendar);
    const key = freeKey(name.fr, await keysOfPolicies(tx));
    await insertPolicy(tx, { key, name, calendarKey: calendar, updatedAt: now });
    const promised = await writePromises(tx, key, targets);
    audit({ type: 'policy', id: key }, { name: name.fr, calendar, targets: promised });
    return { key };
  },
});
