import { z } from 'zod';
import { synonymsForUpdate, updateSynonyms } from '@/db/search/synonyms';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { forgetKnownIndex } from './known';
import { refuseShared, wordsField } from './synonym-fields';

/**
 * Gives a group other expressions. `seenAt` is the moment of the version the editor saw: when somebody else saved in the
 * meantime the act is refused (`conflict`).
 */
export const editSynonyms = action({
  permission: 'search.editSynonyms',
  input: z.object({ id: z.uuid(), seenAt: z.coerce.date(), words: wordsField }),
  async run({ tx, input, now, audit }) {
    const { id, words, seenAt } = input;
    const group = await synonymsForUpdate(tx, id);
    if (group.updatedAt.getTime() !== seenAt.getTime()) throw new Refusal('conflict', 'errors.editedMeanwhile');
    await refuseShared(tx, { id, locale: group.locale, words });
    await updateSynonyms(tx, id, words, now);
    audit({ type: 'synonyms', id }, { from: group.words, to: words });
    forgetKnownIndex();
    return { id };
  },
});
