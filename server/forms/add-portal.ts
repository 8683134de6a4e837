import { z } from 'zod';
import { insertPortal, keysOfPortals } from '@/db/forms/queries';
import { freeKey } from '@/domain/forms/fields';
import { action } from '../kernel/action';
import { portalFields } from './fields';

/** Adds a portal after the others; its key comes from its French name. */
export const addPortal = action({
  permission: 'forms.addPortal',
  input: z.object(portalFields),
  async run({ tx, input, audit }) {
    const key = freeKey(input.name.fr, await keysOfPortals(tx));
    await insertPortal(tx, { key, ...input });
    audit({ type: 'portal', id: key }, { active: input.active });
    return { key };
  },
});
