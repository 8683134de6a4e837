import { z } from 'zod';
import { deskMember } from '@/db/people/queries';
import { insertAbsence, overlappingAbsences } from '@/db/teams/queries';
import { granteeOf } from '@/domain/access/actor';
import { isGranted } from '@/domain/access/grants';
import { invalidField, Refusal } from '@/domain/refusal';
import { TEAM_LIMITS } from '@/domain/teams/teams';
import { action } from '../kernel/action';

const day = z.iso.date('errors.day');

type Noted = { fromDay: string; untilDay: string; reason: string | null };

const isSame = (noted: Noted, asked: Noted): boolean =>
  noted.fromDay === asked.fromDay && noted.untilDay === asked.untilDay && (noted.reason ?? '') === (asked.reason ?? '');

/**
 * Notes when somebody of the desk is away, whole days, both included: they are passed over in turn. One's own absences,
 * or anybody's for whoever runs the teams (`forbidden` for others). The same
 * post a second time answers what the first one noted; days that are noted already are refused beside their field (`invalid`).
 */
export const addAbsence = action({
  permission: 'teams.addAbsence',
  input: z
    .object({
      userId: z.uuid('errors.choice'),
      fromDay: day,
      untilDay: day,
      reason: z.string().trim().max(TEAM_LIMITS.reason).default(''),
    })
    .refine(({ fromDay, untilDay }) => fromDay <= untilDay, { path: ['untilDay'], message: 'errors.dayOrder' }),
  async run({ tx, actor, input, audit, idle }) {
    const own = actor.kind === 'user' && actor.id === input.userId;
    if (!own && !isGranted('teams.edit', granteeOf(actor))) throw new Refusal('forbidden', 'errors.forbidden');
    if (!(await deskMember(tx, input.userId))) throw invalidField('userId', 'errors.choice');
    const { reason, ...absence } = input;
    const [noted] = await overlappingAbsences(tx, input.userId, absence);
    if (noted && isSame(noted, input)) {
      idle();
      return { id: noted.id };
    }
    if (noted) throw invalidField(noted.fromDay <= input.fromDay ? 'fromDay' : 'untilDay', 'errors.absenceOverlap');
    const id = await insertAbsence(tx, { ...absence, reason: reason || null });
    audit({ type: 'person', id: input.userId }, { fromDay: input.fromDay, untilDay: input.untilDay });
    return { id };
  },
});
