import { describe, expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { insertValues, valuesOf } from '@/db/tickets/values';
import { addField } from '../forms/add-field';
import { callBy } from '../testing/call';

describe('what a request says in its form', () => {
  it.each(['2026.47', '42', 'true', 'null', '[1]', '{"a":1}', '"quoted"', 'words', 42, true, ['a', 'b']])(
    'stays what it was: %j',
    (value) =>
      rolledBack(async (tx) => {
        const admin = actorOf(await makeUser(tx, { role: 'admin' }));
        const texts = { label: { fr: 'Version' }, help: { fr: '' }, why: { fr: '' } };
        const field = { typeKey: 'question', kind: 'text', need: 'optional', ...texts } as const;
        const { id } = await addField(callBy(admin), field);
        const { id: ticketId } = await makeTicket(tx, { requesterId: admin.id, typeKey: 'question' });
        await insertValues(tx, ticketId, [{ id, key: 'version' }], { version: value });
        expect((await valuesOf(tx, ticketId)).map((row) => row.value)).toEqual([value]);
      })(),
  );
});
