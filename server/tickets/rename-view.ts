import { z } from 'zod';
import { deskViewById, hasDeskView, holdDeskViewNames, renameDeskView } from '@/db/tickets/views';
import { granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { invalidField, notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/**
 * Gives a kept view another name: one's own; shared ones of others for administrators alone (`forbidden`). Others' own do not
 * exist. Refuses (`invalid`) a name that another view of its owner has.
 */
export const renameView = action({
  permission: 'tickets.renameView',
  input: z.object({ id: z.uuid(), name: z.string().trim().min(1, 'errors.required').max(60) }),
  async run({ tx, actor, input: { id, name }, audit }) {
    const view = await deskViewById(tx, id);
    const own = actor.kind === 'user' && view.ownerId === actor.id;
    if (!own && !view.shared) throw notFound('deskView');
    if (!own && !administers(granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    await holdDeskViewNames(tx, view.ownerId);
    if (await hasDeskView(tx, view.ownerId, { name, except: id })) throw invalidField('name', 'errors.viewNameTaken');
    await renameDeskView(tx, id, name);
    audit({ type: 'deskView', id }, { from: view.name, to: name });
    return { id, address: view.address };
  },
});
