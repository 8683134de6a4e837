import { z } from 'zod';
import { deletePolicy, policyForUpdate } from '@/db/sla/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Deletes a policy that no type of request goes by. Refuses (`conflict`) one that is in use, and the house's own. */
export const removePolicy = action({
  permission: 'sla.removePolicy',
  input: z.object({ key: z.string().min(1) }),
  async run({ tx, input: { key }, audit }) {
    // Held first: whoever is just choosing it for a type is waited for, and then it is in use.
    const policy = await policyForUpdate(tx, key);
    if (policy.isDefault) throw new Refusal('conflict', 'errors.housePolicy');
    if (!(await deletePolicy(tx, key))) throw new Refusal('conflict', 'errors.inUse.policy');
    audit({ type: 'policy', id: key }, { name: policy.name.fr });
    return { key };
  },
});
