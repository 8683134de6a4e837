import { describe, expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { callBy } from '../testing/call';
import { editKeys } from './edit-keys';

describe('keys of one’s own', () => {
  it(
    'are kept with the account, come with each session, and are given back',
    rolledBack(async (tx) => {
      const theo = await makeUser(tx, { role: 'agent' });
      const call = callBy(actorOf(theo));
      expect(await editKeys(call, { keys: { answer: ' W ', note: '', tag: 't' } })).toEqual({ keys: { answer: 'w' } });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'people.editKeys', targetId: theo.id }]);
      expect(await actorById(tx, theo.id, new Date())).toMatchObject({ keys: { answer: 'w' } });
      await editKeys(callBy(actorOf(theo)), { keys: {} });
      expect((await actorById(tx, theo.id, new Date()))?.keys).toEqual({});
    }),
  );

  it(
    'are refused beside the field where they clash, and are for who has a working place',
    rolledBack(async (tx) => {
      const theo = actorOf(await makeUser(tx, { role: 'agent' }));
      const wrong = editKeys(callBy(theo), { keys: { answer: 'n', tag: 'xy' } });
      await expect(wrong).rejects.toMatchObject({
        code: 'invalid',
        fields: {
          'keys.answer': { key: 'errors.shortcutTaken', data: { other: 'note' } },
          'keys.tag': { key: 'errors.shortcutOne' },
        },
      });
      const camille = actorOf(await makeUser(tx));
      for (const actor of [camille, { kind: 'visitor' } as const]) {
        await expect(editKeys(callBy(actor), { keys: {} })).rejects.toMatchObject({ code: 'forbidden' });
      }
    }),
  );
});
