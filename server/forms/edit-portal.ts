import { z } from 'zod';
import { portalForUpdate, updatePortal } from '@/db/forms/queries';
import { action } from '../kernel/action';
import { portalFields } from './fields';

/** Changes a portal. Out of use, none of its types can be chosen any more; what was opened by them goes on. */
export const editPortal = action({
  permission: 'forms.editPortal',
  input: z.object({ key: z.string().min(1).max(60), ...portalFields }),
  async run({ tx, input: { key, ...change }, audit }) {
    const before = await portalForUpdate(tx, key);
    await updatePortal(tx, key, change);
    audit({ type: 'portal', id: key }, { active: [before.active, change.active] });
    return { key };
  },
});
