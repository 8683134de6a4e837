import { z } from 'zod';
import { ownUndoStep } from '@/db/tickets/undo';
import { Refusal } from '@/domain/refusal';
import { query } from '../kernel/action';

/** What an act over many requests has done, for its author: how many it changed, what it left and why, whether it can still be taken back. */
export const undoable = query({
  permission: 'tickets.undoable',
  input: z.object({ token: z.uuid() }),
  async run({ db, actor, input, now }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { data, expiresAt, usedAt } = await ownUndoStep(db, input.token, actor.id);
    return {
      act: data.act,
      changed: data.changed.length,
      left: data.left,
      undone: usedAt !== null,
      possible: usedAt === null && expiresAt > now && data.changed.length > 0,
    };
  },
});
