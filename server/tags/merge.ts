import { z } from 'zod';
import { mergeTags, tagForUpdate, tagIdOf } from '@/db/tickets/tag-keeping';
import { invalidField, Refusal } from '@/domain/refusal';
import { TAG_LIMITS } from '@/domain/tickets/tags';
import { action } from '../kernel/action';

/**
 * Files what is under one tag under another, in canned replies and kept views too, and takes the first away. It cannot be
 * undone, so it is refused (`invalid`) until it is confirmed; and so is the name of no other tag.
 */
export const merge = action({
  permission: 'tags.merge',
  input: z.object({
    id: z.uuid(),
    /** The name of the other tag. */
    into: z.string().trim().min(1, 'errors.required').max(TAG_LIMITS.length, 'errors.tagLong'),
    confirmed: z.boolean(),
  }),
  async run({ tx, input, audit }) {
    const intoId = await tagIdOf(tx, input.into);
    if (intoId === null || intoId === input.id) throw invalidField('into', 'errors.tagUnknown');
    // Asked last: who has mistyped the name has nothing to confirm yet.
    if (!input.confirmed) throw invalidField('confirmed', 'errors.confirmMerge');
    // Always in one order, so that two merges of the same tags never wait for each other.
    const ids = [input.id, intoId].sort();
    const held = [];
    for (const id of ids) held.push(await tagForUpdate(tx, id));
    const from = held.find(({ id }) => id === input.id);
    const into = held.find(({ id }) => id === intoId);
    if (!from || !into) throw new Refusal('not-found', 'errors.notFound.tag');
    const filed = await mergeTags(tx, from, into);
    audit({ type: 'tag', id: into.id }, { merged: from.name, into: into.name, filed });
    return { from: from.name, into: into.name };
  },
});
