import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import type { ResolveNeed } from '@/domain/forms/resolving';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { bulk } from './bulk';
import { judge } from './judge';
import { move } from './move';
import { queue } from './queue';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { tag } from './tag';

const cast = async (tx: Tx, needs: ResolveNeed[]) => {
  await tx.update(requestTypes).set({ resolveNeeds: needs }).where(eq(requestTypes.key, 'problem'));
  const camille = actorOf(await makeUser(tx, { name: 'Camille Roux' }));
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const { number } = await makeTicket(tx, { requesterId: camille.id });
  return { camille, theo, number };
};
const statusOf = async (actor: Parameters<typeof callBy>[0], number: number) =>
  (await show(callBy(actor), { number })).status;

describe('what a type asks for before one of its requests is resolved', () => {
  it(
    'is refused beside each field, until it is said, with the move or before it',
    rolledBack(async (tx) => {
      const { theo, number } = await cast(tx, ['verdict', 'tags', 'assignee']);
      const go = (more: { verdict?: 'bug'; tags?: string } = {}) =>
        move(callBy(theo), { number, from: 'submitted', to: 'resolved', ...more });
      expect((await show(callBy(theo), { number })).unsaid).toEqual(['verdict', 'tags', 'assignee']);
      await expect(go()).rejects.toMatchObject({
        code: 'conflict',
        fields: {
          verdict: { key: 'errors.resolveNeed.verdict' },
          tags: { key: 'errors.resolveNeed.tags' },
          assignee: { key: 'errors.resolveNeed.assignee' },
        },
      });
      await expect(reply(callBy(theo), { number, body: 'Voilà.', to: 'resolved' })).rejects.toMatchObject({
        code: 'conflict',
      });
      expect((await show(callBy(theo), { number })).messages).toHaveLength(1);
      await assign(callBy(theo), { number, assigneeId: theo.id });
      await go({ verdict: 'bug', tags: 'import' });
      expect(await show(callBy(theo), { number })).toMatchObject({
        status: 'resolved',
        verdict: 'bug',
        tags: ['import'],
      });
    }),
  );

  it(
    'leaves alone, with their reason, those of many that lack it, and resolves the others',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx, ['tags']);
      const { number: tagged } = await makeTicket(tx, { requesterId: camille.id });
      await tag(callBy(theo), { number: tagged, add: 'import' });
      const change = { act: 'move', to: 'resolved' } as const;
      const done = await bulk(callBy(theo), { numbers: [number, tagged], change });
      expect(done).toMatchObject({ changed: 1, left: [{ number, why: 'errors.resolveNeeds' }] });
      expect([await statusOf(theo, number), await statusOf(theo, tagged)]).toEqual(['submitted', 'resolved']);
    }),
  );

  it(
    'holds for closing what was worked on, not for spam, and never for the customer',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx, ['verdict']);
      const { number: spam } = await makeTicket(tx, { requesterId: camille.id });
      const close = (of: number, reason: 'solved' | 'spam') =>
        move(callBy(theo), { number: of, from: 'submitted', to: 'closed', reason });
      await expect(close(number, 'solved')).rejects.toMatchObject({ fields: { verdict: {} } });
      await close(spam, 'spam');
      await resolve(callBy(camille), { number });
      expect([await statusOf(theo, number), await statusOf(theo, spam)]).toEqual(['resolved', 'closed']);
    }),
  );
});

describe('the verdict of the analysis', () => {
  it(
    'stands in the history of the desk, narrows its list, can be changed, and is not told to the customer',
    rolledBack(async (tx) => {
      const { camille, theo, number } = await cast(tx, []);
      const { number: other } = await makeTicket(tx, { requesterId: camille.id });
      await judge(callBy(theo), { number, verdict: 'set_up' });
      await judge(callBy(theo), { number, verdict: 'works_as_designed' });
      const seen = await show(callBy(theo), { number });
      expect(seen.verdict).toBe('works_as_designed');
      expect(seen.events.filter(({ kind }) => kind === 'judged')).toHaveLength(2);
      const told = await show(callBy(camille), { number });
      expect([told.verdict, told.events.map(({ kind }) => kind)]).toEqual([null, ['opened']]);
      const found = async (verdict: string) =>
        (await queue(callBy(theo), { address: { verdict, q: 'quetzal' }, found: [number, other] })).tickets.map(
          (row) => row.number,
        );
      expect(await found('works_as_designed')).toEqual([number]);
      expect(await found('none')).toEqual([other]);
      expect(await found('bug')).toEqual([]);
      await judge(callBy(theo), { number, verdict: null });
      expect((await show(callBy(theo), { number })).verdict).toBeNull();
      await expect(judge(callBy(camille), { number, verdict: 'bug' })).rejects.toMatchObject({ code: 'forbidden' });
    }),
  );
});
