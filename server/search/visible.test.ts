import { expect, it } from 'vitest';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeIndex } from '@/db/search/factory';
import { indexState } from '@/db/search/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { indexRow } from './keep';
import { visibleFor } from './visible';

it(
  'asks anew which requests a person may see once one was added, and for each person apart',
  rolledBack(async (tx) => {
    const noor = actorOf(await makeUser(tx, { name: 'Noor Benali' }));
    const jonas = actorOf(await makeUser(tx, { name: 'Jonas Weber' }));
    await makeIndex(tx, []);
    const open = async (): Promise<void> => {
      const ticket = await makeTicket(tx, { requesterId: noor.id, subject: 'Quetzal' });
      await indexRow('request', String(ticket.number));
    };
    const seenBy = async (actor: typeof noor): Promise<number> => {
      const state = await indexState(tx);
      if (!state) throw new Error('there is no index');
      return (await visibleFor(tx, actor, state)).length;
    };
    await open();
    expect([await seenBy(noor), await seenBy(jonas)]).toEqual([1, 0]);
    await open();
    expect([await seenBy(noor), await seenBy(noor), await seenBy(jonas)]).toEqual([2, 2, 0]);
  }),
);
