import { z } from 'zod';
import { absenceById, deleteAbsence } from '@/db/teams/queries';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Takes an absence back: one's own, or anybody's for whoever runs the teams (`forbidden` for others). */
export const removeAbsence = action({
  permission: 'teams.removeAbsence',
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, input, audit }) {
    const absence = await absenceById(tx, input.id);
    const own = actor.kind === 'user' && actor.id === absence.userId;
    if (!own && !isGranted('teams.edit', granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    await deleteAbsence(tx, absence.id);
    audit({ type: 'person', id: absence.userId }, { fromDay: absence.fromDay, untilDay: absence.untilDay });
    return { id: absence.id };
  },
});
