import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { searchSynonyms } from '@/db/search/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import type { Role } from '@/domain/people/roles';
import { callBy } from '../testing/call';
import { addSynonyms } from './add-synonyms';
import { editSynonyms } from './edit-synonyms';
import { removeSynonyms } from './remove-synonyms';
import { synonyms } from './synonyms';

const LATER = new Date('2027-01-05T10:00:00Z');

const callAs = async (tx: Tx, role: Role = 'editor', now?: Date) => callBy(actorOf(await makeUser(tx, { role })), now);
const alone = (test: (tx: Tx) => Promise<void>) =>
  rolledBack(async (tx) => {
    await tx.delete(searchSynonyms);
    await test(tx);
  });

describe('synonyms', () => {
  it(
    'are added, changed, removed and added again, each in the audit',
    alone(async (tx) => {
      const call = await callAs(tx);
      const { id } = await addSynonyms(call, { locale: 'fr', words: 'Trombinoscope, annuaire photo' });
      const [group] = (await synonyms(call, {})).groups;
      expect(group).toMatchObject({ id, locale: 'fr', words: ['trombinoscope', 'annuaire photo'] });
      const later = await callAs(tx, 'admin', LATER);
      const seenAt = group?.updatedAt ?? LATER;
      await editSynonyms(later, { id, seenAt, words: 'trombinoscope, annuaire' });
      await expect(editSynonyms(later, { id, seenAt, words: 'a, b' })).rejects.toMatchObject({ code: 'conflict' });
      expect(await removeSynonyms(call, { id })).toEqual({ locale: 'fr', words: ['trombinoscope', 'annuaire'] });
      await expect(removeSynonyms(call, { id })).rejects.toMatchObject({ code: 'not-found' });
      await addSynonyms(call, { locale: 'fr', words: 'trombinoscope, annuaire' });
      expect((await synonyms(call, {})).groups).toHaveLength(1);
      expect((await auditOf(tx, call.requestId)).map((row) => row.action).sort()).toEqual([
        'search.addSynonyms',
        'search.addSynonyms',
        'search.removeSynonyms',
      ]);
    }),
  );

  it.each([
    ['a single one', 'trombinoscope', 'errors.synonyms.few'],
    ['the same twice', 'adhésion, adhesion', 'errors.synonyms.few'],
    ['too many', Array.from({ length: 13 }, (_, index) => `mot${index}`).join(','), 'errors.synonyms.many'],
    ['a whole sentence', `${'a'.repeat(61)}, b`, 'errors.synonyms.long'],
  ])('are refused: %s', async (_, words, key) => {
    await rolledBack(async (tx) => {
      const added = addSynonyms(await callAs(tx), { locale: 'fr', words });
      await expect(added).rejects.toMatchObject({ code: 'invalid', fields: { words: { key } } });
    })();
  });

  it(
    'stand in one group of a language only',
    alone(async (tx) => {
      const call = await callAs(tx);
      const { id } = await addSynonyms(call, { locale: 'fr', words: 'adhésion, cotisation' });
      await expect(addSynonyms(call, { locale: 'fr', words: 'inscription, adhesion' })).rejects.toMatchObject({
        fields: { words: { key: 'errors.synonyms.taken', data: { word: 'adhesion' } } },
      });
      await addSynonyms(call, { locale: 'en', words: 'adhesion, membership' });
      const mine = (await synonyms(call, {})).groups.find((group) => group.id === id);
      await editSynonyms(call, { id, seenAt: mine?.updatedAt ?? LATER, words: 'adhésion, cotisation, inscription' });
    }),
  );

  it.each(['customer', 'agent'] as const)('are not for %ss', async (role) => {
    await rolledBack(async (tx) => {
      const call = await callAs(tx, role);
      const id = '00000000-0000-4000-8000-000000000000';
      for (const refused of [
        synonyms(call, {}),
        addSynonyms(call, { locale: 'fr', words: 'a, b' }),
        editSynonyms(call, { id, seenAt: LATER, words: 'a, b' }),
        removeSynonyms(call, { id }),
      ])
        await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    })();
  });
});
