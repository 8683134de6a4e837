import { z } from 'zod';
import { deleteDeskView, deskViewById } from '@/db/tickets/views';
import { granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Takes a kept view away: one's own; shared ones of others for administrators alone (`forbidden`). Others' own do not exist. */
export const removeView = action({
  permission: 'tickets.removeView',
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, input, audit }) {
    const view = await deskViewById(tx, input.id);
    const own = actor.kind === 'user' && view.ownerId === actor.id;
    if (!own && !view.shared) throw notFound('deskView');
    if (!own && !administers(granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    await deleteDeskView(tx, view.id);
    audit({ type: 'deskView', id: view.id }, { name: view.name });
    return { id: view.id };
  },
});
