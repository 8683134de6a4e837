import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { insertReply, replyById } from '@/db/replies/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { tags } from '@/db/tickets/tags-schema';
import { deskViewById } from '@/db/tickets/views';
import { callBy } from '../testing/call';
import { saveView } from '../tickets/save-view';
import { show } from '../tickets/show';
import { tag } from '../tickets/tag';
import { tags as tagsOffered } from '../tickets/tags';
import { list } from './list';
import { merge } from './merge';
import { remove } from './remove';
import { rename } from './rename';

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const maud = actorOf(await makeUser(tx, { name: 'Maud Leroy', role: 'admin' }));
  const make = async () => (await makeTicket(tx, { requesterId: camille.id })).number;
  const numbers = [await make(), await make()] as const;
  const [first, second] = numbers;
  await tag(callBy(theo), { number: first, add: 'zz-don, zz-reçu' });
  await tag(callBy(theo), { number: second, add: 'zz-dons' });
  const { id: viewId } = await saveView(callBy(theo), { name: 'Dons', shared: true, address: { tag: 'zz-don' } });
  const body = { fr: 'Bonjour', en: 'Hello' };
  const replyId = await insertReply(tx, { title: 'Reçu', body, tags: ['zz-don', 'zz-dons'] });
  const kept = async () => (await list(callBy(maud), { text: 'ZZ-' })).tags;
  const idOf = async (name: string) => (await kept()).find((one) => one.name === name)?.id ?? '';
  return { theo, maud, first, second, viewId, replyId, kept, idOf };
};

describe('the tags of the desk', () => {
  it(
    'are listed with how often each is used',
    rolledBack(async (tx) => {
      const { kept } = await cast(tx);
      expect((await kept()).map(({ id: _, ...row }) => row)).toEqual([
        { name: 'zz-don', requests: 1, replies: 1, views: 1 },
        { name: 'zz-dons', requests: 1, replies: 1, views: 0 },
        { name: 'zz-reçu', requests: 1, replies: 0, views: 0 },
      ]);
    }),
  );

  it(
    'are renamed everywhere, but not to what another one is called',
    rolledBack(async (tx) => {
      const { maud, theo, first, viewId, replyId, idOf } = await cast(tx);
      const id = await idOf('zz-don');
      await rename(callBy(maud), { id, name: '  ZZ-Virement ' });
      expect((await show(callBy(theo), { number: first })).tags).toContain('zz-virement');
      expect((await deskViewById(tx, viewId)).address).toEqual({ tag: 'zz-virement' });
      expect((await replyById(tx, replyId)).tags.toSorted()).toEqual(['zz-dons', 'zz-virement']);
      const refusedWith = (name: string, key: string) =>
        expect(rename(callBy(maud), { id, name })).rejects.toMatchObject({ fields: { name: { key } } });
      await refusedWith('ZZ-Dons', 'errors.tagTaken');
      await refusedWith('un, deux', 'errors.oneTag');
      await refusedWith(' ', 'errors.required');
    }),
  );

  it(
    'are merged once that is confirmed: each request is filed once, and nothing names the first any more',
    rolledBack(async (tx) => {
      const { maud, theo, first, second, viewId, replyId, idOf, kept } = await cast(tx);
      await tag(callBy(theo), { number: second, add: 'zz-don' });
      const both = { id: await idOf('zz-don'), into: ' ZZ-Dons' };
      const rash = merge(callBy(maud), { ...both, confirmed: false });
      await expect(rash).rejects.toMatchObject({ fields: { confirmed: { key: 'errors.confirmMerge' } } });
      for (const into of ['zz-don', 'zz-inconnue']) {
        for (const confirmed of [true, false]) {
          const nowhere = merge(callBy(maud), { ...both, into, confirmed });
          // A name that is none is told before anything is to be confirmed.
          await expect(nowhere).rejects.toMatchObject({ fields: { into: { key: 'errors.tagUnknown' } } });
        }
      }
      await merge(callBy(maud), { ...both, confirmed: true });
      expect((await kept()).map(({ name, requests }) => [name, requests])).toEqual([
        ['zz-dons', 2],
        ['zz-reçu', 1],
      ]);
      expect((await show(callBy(theo), { number: first })).tags).toEqual(['zz-dons', 'zz-reçu']);
      expect((await show(callBy(theo), { number: second })).tags).toEqual(['zz-dons']);
      expect((await deskViewById(tx, viewId)).address).toEqual({ tag: 'zz-dons' });
      expect((await replyById(tx, replyId)).tags).toEqual(['zz-dons']);
    }),
  );

  it(
    'are deleted only when nothing names them',
    rolledBack(async (tx) => {
      const { maud, theo, first, idOf, kept } = await cast(tx);
      const id = await idOf('zz-reçu');
      await expect(remove(callBy(maud), { id })).rejects.toMatchObject({ messageKey: 'errors.inUse.tag' });
      await tag(callBy(theo), { number: first, drop: 'zz-reçu, zz-don' });
      await remove(callBy(maud), { id });
      const named = remove(callBy(maud), { id: await idOf('zz-don') });
      await expect(named).rejects.toMatchObject({ code: 'conflict' });
      expect((await kept()).map(({ name }) => name)).toEqual(['zz-don', 'zz-dons']);
      await expect(remove(callBy(maud), { id })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'are turned page by page, and offered by a piece of their name while one types, accents or not',
    rolledBack(async (tx) => {
      const { maud, theo } = await cast(tx);
      const names = Array.from({ length: 53 }, (_, at) => `yy-évènement ${String(at).padStart(2, '0')}`);
      await tx.insert(tags).values(names.map((name) => ({ name })));
      const read = async (part: { after?: string | null; before?: string | null }) =>
        list(callBy(maud), { text: 'yy-evenement', ...part });
      const first = await read({});
      const second = await read({ after: first.next });
      expect([...first.tags, ...second.tags].map(({ name }) => name)).toEqual(names);
      expect([first.previous, first.tags.length, second.next]).toEqual([null, 50, null]);
      await merge(callBy(maud), { id: first.tags[49]?.id ?? '', into: names[0] ?? '', confirmed: true });
      expect((await read({ after: first.next })).tags).toEqual(second.tags);
      expect((await read({ before: second.previous })).tags.map(({ name }) => name)).toEqual(names.slice(0, 49));
      expect(await tagsOffered(callBy(theo), { text: 'evenement 1' })).toEqual(names.slice(10, 20));
      expect(await tagsOffered(callBy(theo), { text: 'dons' })).toContain('zz-dons');
      expect(await tagsOffered(callBy(theo), {})).toHaveLength(50);
    }),
  );

  it(
    'are looked after by administrators alone',
    rolledBack(async (tx) => {
      const { theo, idOf } = await cast(tx);
      const id = await idOf('zz-don');
      for (const act of [
        list(callBy(theo), {}),
        rename(callBy(theo), { id, name: 'autre' }),
        merge(callBy(theo), { id, into: 'zz-dons', confirmed: true }),
        remove(callBy(theo), { id }),
      ]) {
        await expect(act).rejects.toMatchObject({ code: 'forbidden' });
      }
    }),
  );
});
