import { z } from 'zod';
import { markUndone, ownUndoStepForUpdate } from '@/db/tickets/undo';
import { hasDeskView, holdDeskViewNames, insertDeskView } from '@/db/tickets/views';
import { granteeOf } from '@/domain/access/actor';
import { administers } from '@/domain/access/grants';
import { notFound, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/**
 * Brings back a view that one has taken away, by the token of that: whoever kept it has it as before, also where an
 * administrator took it away. Refuses (`conflict`) what is too late or done already, and where its owner keeps another view
 * of that name since; who no longer administers brings back their own alone (`forbidden`).
 */
export const restoreView = action({
  permission: 'tickets.restoreView',
  input: z.object({ token: z.uuid() }),
  async run({ tx, actor, input, now, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const step = await ownUndoStepForUpdate(tx, input.token, actor.id);
    const { view } = step.data;
    if (!view) throw notFound('undo');
    if (view.ownerId !== actor.id && !administers(granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    if (step.usedAt !== null || step.expiresAt <= now) throw new Refusal('conflict', 'errors.undoOver');
    await holdDeskViewNames(tx, view.ownerId);
    if (await hasDeskView(tx, view.ownerId, { name: view.name })) throw new Refusal('conflict', 'errors.viewNameTaken');
    const { id, ownerId, name, shared, address } = view;
    await insertDeskView(tx, { id, ownerId, name, shared, address });
    await markUndone(tx, step.id, now);
    audit({ type: 'deskView', id }, { name });
    return { id, address };
  },
});
