import { z } from 'zod';
import { insertUndoStep } from '@/db/tickets/undo';
import { deleteDeskView, deskViewById } from '@/db/tickets/views';
import { granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { notFound, Refusal } from '@/domain/refusal';
import { RESTORE_SECONDS } from '@/domain/tickets/undo';
import { action } from '../kernel/action';

/**
 * Takes a kept view away: one's own; shared ones of others for administrators alone (`forbidden`). Others' own do not exist.
 * For an hour `tickets.restoreView` brings it back by the token in the answer.
 */
export const removeView = action({
  permission: 'tickets.removeView',
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, input, now, audit }) {
    const view = await deskViewById(tx, input.id);
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const own = view.ownerId === actor.id;
    if (!own && !view.shared) throw notFound('deskView');
    if (!own && !administers(granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    const { id, ownerId, name, shared, address } = view;
    await deleteDeskView(tx, id);
    audit({ type: 'deskView', id }, { name });
    const token = await insertUndoStep(tx, {
      userId: actor.id,
      data: { act: 'dropView', changed: [], left: [], view: { id, ownerId, name, shared, address } },
      mailIds: [],
      expiresAt: new Date(now.getTime() + RESTORE_SECONDS * 1_000),
      createdAt: now,
    });
    return { id, token };
  },
});
