import { z } from 'zod';
import { renameTag, tagForUpdate, tagNameTaken } from '@/db/tickets/tag-keeping';
import { invalidField } from '@/domain/refusal';
import { TAG_LIMITS, tagsIn } from '@/domain/tickets/tags';
import { action } from '../kernel/action';

/**
 * Calls a tag by another name: on requests, in canned replies and in kept views; histories keep the word of their time.
 * Refuses (`invalid`) the name of another tag: the two can be merged.
 */
export const rename = action({
  permission: 'tags.rename',
  input: z.object({
    id: z.uuid(),
    name: z.string().trim().min(1, 'errors.required').max(TAG_LIMITS.length, 'errors.tagLong'),
  }),
  async run({ tx, input, audit }) {
    const tag = await tagForUpdate(tx, input.id);
    const [name, ...more] = tagsIn(input.name);
    if (!name || more.length > 0) throw invalidField('name', 'errors.oneTag');
    if (await tagNameTaken(tx, name, tag.id)) throw invalidField('name', 'errors.tagTaken');
    await renameTag(tx, tag, name);
    audit({ type: 'tag', id: tag.id }, { from: tag.name, to: name });
    return { name };
  },
});
