import { z } from 'zod';
import { appendThemeEvent, countPlaces, themeForUpdate, updateTheme } from '@/db/roadmap/queries';
import { invalidField, Refusal } from '@/domain/refusal';
import { NEXT_THEME_STATES, THEME_STATES, takesPlace } from '@/domain/roadmap/themes';
import { action } from '../kernel/action';

/**
 * Takes a theme to another state. Postponing asks for a reason, which readers see. Refuses (`conflict`) a move the table
 * does not have, one from a state the editor did not see, and a return when all places are taken.
 */
export const move = action({
  permission: 'roadmap.move',
  input: z.object({
    key: z.string().min(1).max(60),
    from: z.enum(THEME_STATES),
    to: z.enum(THEME_STATES, 'errors.choice'),
    reason: z.object({ fr: z.string().trim().max(1000), en: z.string().trim().max(1000).optional() }).optional(),
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const { key, from, to, reason } = input;
    const theme = await themeForUpdate(tx, key);
    if (theme.state !== from) throw new Refusal('conflict', 'errors.editedMeanwhile');
    if (!NEXT_THEME_STATES[from].includes(to)) throw new Refusal('conflict', 'errors.themeMove');
    if (to === 'postponed' && !reason?.fr) throw invalidField('reason.fr', 'errors.required');
    if (takesPlace(to) && !takesPlace(from)) {
      const { taken, limit } = await countPlaces(tx);
      if (taken >= limit) throw new Refusal('conflict', 'errors.roadmapFull', { limit });
    }
    await updateTheme(tx, theme.id, {
      state: to,
      postponedReason: to === 'postponed' && reason ? reason : null,
      updatedAt: now,
    });
    const actorId = actor.kind === 'user' ? actor.id : null;
    await appendThemeEvent(tx, theme.id, { kind: 'moved', actorId, data: { from, to }, at: now });
    await outbox.touch('roadmap');
    await outbox.index('theme', theme.key);
    audit({ type: 'theme', id: theme.id }, { from, to });
    return { key, state: to };
  },
});
