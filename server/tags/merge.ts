import { z } from 'zod';
import { mergeTags, tagForUpdate } from '@/db/tickets/tag-keeping';
import { invalidField, Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/**
 * Files what is under one tag under another, in canned replies and kept views too, and takes the first away. It cannot be
 * undone, so it is refused (`invalid`) until it is confirmed.
 */
export const merge = action({
  permission: 'tags.merge',
  input: z.object({
    id: z.uuid(),
    intoId: z.uuid('errors.choice'),
    confirmed: z.boolean().refine((yes) => yes, 'errors.confirmMerge'),
  }),
  async run({ tx, input, audit }) {
    if (input.id === input.intoId) throw invalidField('intoId', 'errors.choice');
    // Always in one order, so that two merges of the same tags never wait for each other.
    const ids = [input.id, input.intoId].sort();
    const held = [];
    for (const id of ids) held.push(await tagForUpdate(tx, id));
    const from = held.find(({ id }) => id === input.id);
    const into = held.find(({ id }) => id === input.intoId);
    if (!from || !into) throw new Refusal('not-found', 'errors.notFound.tag');
    const filed = await mergeTags(tx, from, into);
    audit({ type: 'tag', id: into.id }, { merged: from.name, into: into.name, filed });
    return { from: from.name, into: into.name };
  },
});
