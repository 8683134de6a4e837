import { z } from 'zod';
import { deleteUnusedTag, tagForUpdate } from '@/db/tickets/tag-keeping';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';

/** Deletes a tag that no request, canned reply or kept view names; refuses (`conflict`) others. */
export const remove = action({
  permission: 'tags.remove',
  input: z.object({ id: z.uuid() }),
  async run({ tx, input, audit }) {
    const tag = await tagForUpdate(tx, input.id);
    if (!(await deleteUnusedTag(tx, tag))) throw new Refusal('conflict', 'errors.inUse.tag');
    audit({ type: 'tag', id: tag.id }, { name: tag.name });
    return { name: tag.name };
  },
});
