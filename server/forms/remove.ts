import { z } from 'zod';
import {
  deleteField,
  deletePortal,
  deleteType,
  fieldForUpdate,
  portalForUpdate,
  typeForUpdate,
} from '@/db/forms/queries';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/**
 * Deletes a portal without types, a type without requests, or a field that no request has answered. What is in use is
 * refused (`conflict`): it can be taken out of use instead.
 */
export const remove = action({
  permission: 'forms.remove',
  input: z.object({ what: z.enum(['portal', 'type', 'field']), id: z.string().min(1).max(60) }),
  async run({ tx, input: { what, id }, audit }) {
    if (what === 'field' && !z.uuid().safeParse(id).success) throw notFound('field');
    const name = await {
      portal: async () => (await portalForUpdate(tx, id)).name.fr,
      type: async () => (await typeForUpdate(tx, id)).name.fr,
      field: async () => (await fieldForUpdate(tx, id)).label.fr,
    }[what]();
    const gone = await { portal: deletePortal, type: deleteType, field: deleteField }[what](tx, id);
    if (!gone) throw new Refusal('conflict', `errors.inUse.${what}`);
    audit({ type: what === 'type' ? 'requestType' : what, id }, { name });
    return { id };
  },
});
