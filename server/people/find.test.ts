import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { find as findOrganisation } from '../organisations/find';
import { callBy } from '../testing/call';
import { queue } from '../tickets/queue';
import { find } from './find';

const cast = async (tx: Tx) => {
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const helene = await makeUser(tx, { name: 'Hélène Zyskind-Brault', email: 'helene@aviron-zyx.test' });
  await makeUser(tx, { name: 'Gaston Zyskind', email: 'gaston@zyx.test', deactivatedAt: new Date() });
  const id = await makeOrganisation(tx, 'L’Aviron zyxien', [{ userId: helene.id, manager: true }], '2026.4');
  return { theo, helene, id };
};

describe('people and organisations that the desk looks for', () => {
  it.each(['helene zysk', 'HÉLÈNE', 'brault', 'helene@aviron-zyx', 'zyskind helene', 'aviron zyx test'])(
    'are found by “%s”',
    (text) =>
      rolledBack(async (tx) => {
        const { theo, helene } = await cast(tx);
        const found = await find(callBy(theo), { text });
        expect(found).toContainEqual({
          id: helene.id,
          name: 'Hélène Zyskind-Brault',
          email: 'helene@aviron-zyx.test',
          organisation: 'L’Aviron zyxien',
        });
      })(),
  );

  it(
    'are not found by the middle of a word, by signs alone, or once they are gone',
    rolledBack(async (tx) => {
      const { theo } = await cast(tx);
      for (const text of ['yskind', '', '%', '@', 'gaston zyskind', 'helene_']) {
        const names = (await find(callBy(theo), { text })).map(({ name }) => name);
        if (text === 'helene_') expect(names).toContain('Hélène Zyskind-Brault');
        else expect(names).not.toContain('Hélène Zyskind-Brault');
        expect(names).not.toContain('Gaston Zyskind');
      }
      expect(await findOrganisation(callBy(theo), { text: 'aviron zyx' })).toMatchObject([
        { productVersion: '2026.4' },
      ]);
      expect(await findOrganisation(callBy(theo), { text: 'yxien' })).toEqual([]);
    }),
  );

  it(
    'are the desk’s alone to find, and lead to their requests',
    rolledBack(async (tx) => {
      const { theo, helene } = await cast(tx);
      const customer = actorOf(helene);
      const editor = actorOf(await makeUser(tx, { role: 'editor' }));
      for (const actor of [customer, editor, { kind: 'visitor' } as const]) {
        await expect(find(callBy(actor), { text: 'zyskind' })).rejects.toMatchObject({ code: 'forbidden' });
        await expect(findOrganisation(callBy(actor), { text: 'zyx' })).rejects.toMatchObject({ code: 'forbidden' });
      }
      const { number } = await makeTicket(tx, { requesterId: helene.id });
      await makeTicket(tx, { requesterId: theo.id, subject: 'Écrire à helene@aviron-zyx.test' });
      const address = { status: 'all', requester: 'helene@aviron-zyx.test' };
      const { tickets } = await queue(callBy(theo), { address });
      expect(tickets.map((ticket) => ticket.number)).toEqual([number]);
    }),
  );
});
