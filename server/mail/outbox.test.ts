import { expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { outboxOf } from '../kernel/outbox';
import { callBy } from '../testing/call';
import { outbox } from './outbox';

/** After all that other tests write. */
const LATER = Date.parse('2999-01-01T08:00:00Z');

it(
  'turns the pages of the outbox, each mail once, those of one instant too, while others are written',
  rolledBack(async (tx) => {
    const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
    const to = await makeUser(tx, { name: 'Noor Benali' });
    const write = async (at: number) =>
      outboxOf(tx, new Date(at)).mail({
        template: 'organisations.attached',
        to,
        data: { organisation: 'Les Amis du Jardin' },
      });
    for (let at = 0; at < 103; at += 1) await write(LATER + Math.floor(at / 60));
    const read = async (part: { after?: string; before?: string }) => outbox(callBy(actorOf(maud)), part);
    const first = await read({});
    await write(LATER + 60_000);
    const second = await read({ after: first.next ?? '' });
    const back = await read({ before: second.previous ?? '' });
    expect(back.mails.map(({ id }) => id)).toEqual(first.mails.map(({ id }) => id));
    // What was written since comes before it.
    expect([first.previous, back.previous === null]).toEqual([null, false]);
    const third = await read({ after: second.next ?? '' });
    const ids = [...first.mails, ...second.mails, ...third.mails.slice(0, 3)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(103);
    expect(third.mails[2]?.recipient).toBe(to.email);
    expect((await read({ after: 'nonsense' })).mails).toHaveLength(50);
    await expect(outbox(callBy(actorOf(to)), {})).rejects.toMatchObject({ code: 'forbidden' });
  }),
);
