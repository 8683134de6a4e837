import { z } from 'zod';
import { appendIdeaEvent, recomputeIdea, visibleIdeaForUpdate } from '@/db/ideas/queries';
import { themeByKey } from '@/db/roadmap/queries';
import { IDEA_LIMITS, IDEA_RULES, IDEA_STATES, ideaMoveNeeds, mayHaveTheme } from '@/domain/ideas/states';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { actorId, numberField, tellLater, touchIdea } from './progress';

const reasonField = z.string().trim().max(IDEA_LIMITS.reason);

/**
 * Takes an idea to another state. Grouping it asks for the theme it joins, declining it for a reason, which its author and
 * whoever supports it read. Refuses (`conflict`) a move the table does not have, and one from a state the editor did not see.
 */
export const move = action({
  permission: 'ideas.move',
  input: z.object({
    ...numberField,
    from: z.enum(IDEA_STATES),
    to: z.enum(IDEA_STATES, 'errors.choice'),
    /** The key of a theme. */
    theme: z.string().trim().max(60).optional(),
    reason: z.object({ fr: reasonField, en: reasonField.optional() }).optional(),
  }),
  async run({ tx, actor, input, now, outbox, audit }) {
    const { number, from, to, theme: key, reason } = input;
    const idea = await visibleIdeaForUpdate(tx, actor, number);
    if (idea.state !== from || idea.mergedIntoId) throw new Refusal('conflict', 'errors.editedMeanwhile');
    if (!IDEA_RULES[from].next.includes(to)) throw new Refusal('conflict', 'errors.ideaMove');
    const need = ideaMoveNeeds(to);
    if (need === 'theme' && !key) throw invalidField('theme', 'errors.required');
    if (need === 'reason' && !reason?.fr) throw invalidField('reason.fr', 'errors.required');
    const theme =
      key && mayHaveTheme(to)
        ? await themeByKey(tx, key).catch((error: unknown) => {
            throw error instanceof Refusal ? invalidField('theme', 'errors.choice') : error;
          })
        : null;
    const data = {
      from,
      to,
      ...(theme ? { themeId: theme.id } : {}),
      ...(need === 'reason' && reason ? { reason } : {}),
    };
    await appendIdeaEvent(tx, idea.id, { kind: 'moved', actorId: actorId(actor), data, at: now.getTime() });
    const moved = await recomputeIdea(tx, idea.id);
    await tellLater(outbox, idea, now);
    if (moved.publishedAt) await touchIdea(outbox, idea);
    // The page of a theme names its ideas.
    if (moved.themeId || idea.themeId) await outbox.touch('roadmap');
    audit({ type: 'idea', id: idea.id }, { number, from, to, ...(theme ? { theme: theme.key } : {}) });
    return { number, state: to };
  },
});
