import { z } from 'zod';
import { COMMENT_LIMITS } from '@/domain/comments/rules';
import { REJECTION_REASONS } from '@/domain/comments/status';
import { invalidField } from '@/domain/refusal';
import { action } from '../kernel/action';
import { decide, idsField } from './decide';

/** Refuses comments for a reason, which their authors are told a little later; `other` needs words. */
export const reject = action({
  permission: 'comments.reject',
  input: z.object({
    ids: idsField,
    reason: z.enum(REJECTION_REASONS, 'errors.choice'),
    words: z.string().trim().max(COMMENT_LIMITS.words).optional(),
  }),
  async run(context) {
    const { ids, reason, words } = context.input;
    if (reason === 'other' && !words) throw invalidField('words', 'errors.required');
    const rejection = { reason, words: words || null };
    const { moved, kept } = await decide(context, ids, { kind: 'rejected', to: 'rejected', rejection });
    context.audit({ type: 'comment', id: ids.join(' ') }, { moved, reason });
    return { moved, kept };
  },
});
