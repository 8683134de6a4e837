import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { undoSteps } from '@/db/tickets/undo-schema';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { assign } from './assign';
import { judge } from './judge';
import { merge } from './merge';
import { note } from './note';
import { show } from './show';
import { snooze } from './snooze';
import { tag } from './tag';

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    visibility: 'members',
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  const of = async (requesterId: string) => (await makeTicket(tx, { requesterId, organisationId: garden.id })).number;
  return {
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    theo: actorOf(theo),
    kept: await of(camille.id),
    twin: await of(noor.id),
  };
};

it(
  'shows a customer nothing that is the desk’s alone, whichever way they look at a request',
  rolledBack(async (tx) => {
    const { camille, noor, theo, kept, twin } = await cast(tx);
    await assign(callBy(theo), { number: kept, assigneeId: theo.id });
    await note(callBy(theo), { number: kept, body: 'Client difficile, à ménager.' });
    await tag(callBy(theo), { number: kept, add: 'à surveiller' });
    await judge(callBy(theo), { number: kept, verdict: 'set_up' });
    await addFollowers(callBy(theo), { number: kept, copies: 'karim@elsewhere.test' });
    await merge(callBy(theo), { number: twin, into: kept });
    await snooze(callBy(theo), { number: kept, until: 'in 3 days' });
    const [step] = await tx.select({ id: undoSteps.id }).from(undoSteps).where(eq(undoSteps.userId, theo.id));
    const desk = JSON.stringify(await show(callBy(theo), { number: kept }));
    // What is not there for the desk either proves nothing.
    const secrets = ['à ménager', 'à surveiller', '"set_up"', step?.id ?? 'no step', `"copied":["${noor.id}"]`];
    for (const secret of secrets) expect(desk).toContain(secret);
    for (const reader of [camille, noor]) {
      const seen = await show(callBy(reader), { number: kept });
      expect(seen.snoozedUntil).toBeNull();
      expect(seen.assignee).toEqual({ id: theo.id, name: 'Théo Lambert' });
      const text = JSON.stringify(seen);
      for (const secret of [...secrets, theo.email, camille.email, 'karim@']) expect(text).not.toContain(secret);
    }
  }),
);
