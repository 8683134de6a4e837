import { inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { comments } from '@/db/comments/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { announce } from './announce';
import { approve } from './approve';
import { configure } from './configure';
import { edit } from './edit';
import { markSpam } from './mark-spam';
import { own } from './own';
import { queue } from './queue';
import { reject } from './reject';
import { report } from './report';
import { requeue } from './requeue';
import { settings } from './settings';
import { ABOUT, cast, person, publicNames, publishCommented, VISITOR } from './testing';
import { write } from './write';

beforeAll(publishCommented);

describe('reports', () => {
  it(
    'put a comment back into the queue once there are enough, each person once, and are closed by a decision',
    rolledBack(async (tx) => {
      const { camille, noor, theo, ines } = await cast(tx);
      await configure(callBy(ines), { trustApproved: false, reportLimit: 2 });
      const { id } = await write(callBy(camille), { ...ABOUT, body: 'Achetez mes montres' });
      await approve(callBy(ines), { ids: [id] });
      const said = { id, reason: 'advert', words: 'Publicité' } as const;
      await expect(report(callBy(camille), said)).rejects.toMatchObject({ messageKey: 'errors.commentOwn' });
      await report(callBy(noor), said);
      await expect(report(callBy(noor), said)).rejects.toMatchObject({ messageKey: 'errors.commentReportedAlready' });
      expect(await publicNames()).toHaveLength(1);
      expect((await queue(callBy(ines), { pile: 'reported' })).comments.map((one) => one.id)).toContain(id);
      await report(callBy(theo), said);
      expect(await publicNames()).toEqual([]);
      const [waiting] = (await queue(callBy(ines), {})).comments.filter((one) => one.id === id);
      expect(waiting?.reports.map((one) => [one.reporter, one.reason, one.words])).toEqual([
        ['Noor Benali', 'advert', 'Publicité'],
        ['Théo Lambert', 'advert', 'Publicité'],
      ]);
      await approve(callBy(ines), { ids: [id] });
      expect((await queue(callBy(ines), { pile: 'reported' })).comments.map((one) => one.id)).not.toContain(id);
    }),
  );
});

describe('moderators', () => {
  it(
    'decide for many at once, leave alone what is there already, and undo',
    rolledBack(async (tx) => {
      const { camille, noor, ines } = await cast(tx);
      const ids = [];
      for (const body of ['Un', 'Deux', 'Trois']) ids.push((await write(callBy(camille), { ...ABOUT, body })).id);
      const [first = ''] = ids;
      await markSpam(callBy(ines), { ids: [first] });
      expect((await own(callBy(camille), ABOUT)).comments.map((one) => one.status)).toEqual(Array(3).fill('waiting'));
      const { moved } = await approve(callBy(ines), { ids });
      expect(moved.map((one) => one.from).sort()).toEqual(['spam', 'waiting', 'waiting']);
      expect((await approve(callBy(ines), { ids })).moved).toEqual([]);
      await requeue(callBy(ines), { ids });
      const rows = await tx.select().from(comments).where(inArray(comments.id, ids));
      expect(rows.map((row) => row.status)).toEqual(Array(3).fill('waiting'));
      await expect(approve(callBy(ines), { ids: [crypto.randomUUID()] })).rejects.toMatchObject({ code: 'not-found' });
      expect(noor.role).toBe('customer');
    }),
  );

  it(
    'take a decision back to where each comment stood before, once, and publish nothing by it that nobody approved',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const ids: string[] = [];
      for (const body of ['Un', 'Deux', 'Trois']) ids.push((await write(callBy(camille), { ...ABOUT, body })).id);
      const [published = '', refused = ''] = ids;
      const stand = async () => {
        const rows = await tx.select().from(comments).where(inArray(comments.id, ids));
        return ids.map((id) => rows.find((row) => row.id === id)?.status);
      };
      await approve(callBy(ines), { ids: [published] });
      await reject(callBy(ines), { ids: [refused], reason: 'off-topic' });
      await markSpam(callBy(ines), { ids: [published] });
      await approve(callBy(ines), { ids: [refused] });
      const { moved } = await requeue(callBy(ines), { ids, back: true });
      expect(moved.map(({ id, to }) => [id, to]).sort()).toEqual(
        [
          [published, 'approved'],
          [refused, 'waiting'],
        ].sort(),
      );
      expect(await stand()).toEqual(['approved', 'waiting', 'waiting']);
      expect(await requeue(callBy(ines), { ids, back: true })).toEqual({ moved: [], kept: 0 });
      expect(await stand()).toEqual(['approved', 'waiting', 'waiting']);
    }),
  );

  it(
    'take back what they decided themselves, and nothing that a colleague has decided since',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const maud = await person(tx, 'Maud Kessler', 'admin');
      const ids: string[] = [];
      for (const body of ['Un', 'Deux']) ids.push((await write(callBy(camille), { ...ABOUT, body })).id);
      const [first = '', second = ''] = ids;
      const stand = async () => {
        const rows = await tx.select().from(comments).where(inArray(comments.id, ids));
        return ids.map((id) => rows.find((row) => row.id === id)?.status);
      };
      const since = (name: string) => ({ code: 'conflict', messageKey: 'errors.commentDecidedSince', data: { name } });
      await approve(callBy(ines), { ids });
      await markSpam(callBy(maud), { ids: [second] });
      await expect(requeue(callBy(ines), { ids, back: true })).rejects.toMatchObject(since('Maud Kessler'));
      expect(await stand()).toEqual(['approved', 'spam']);
      await expect(requeue(callBy(maud), { ids: [first], back: true })).rejects.toMatchObject({ code: 'conflict' });
      // Each takes back their own.
      await requeue(callBy(maud), { ids: [second], back: true });
      await requeue(callBy(ines), { ids: [first], back: true });
      expect(await stand()).toEqual(['waiting', 'approved']);
      // Putting it back into the queue is a decision, too.
      await requeue(callBy(maud), { ids: [second] });
      await expect(requeue(callBy(ines), { ids: [second], back: true })).rejects.toMatchObject(since('Maud Kessler'));
    }),
  );

  it(
    'may trust people who had a comment approved and none refused',
    rolledBack(async (tx) => {
      const { camille, noor, ines } = await cast(tx);
      await configure(callBy(ines), { trustApproved: true, reportLimit: 3 });
      expect(await settings(callBy(ines), {})).toEqual({ trustApproved: true, reportLimit: 3 });
      const { id } = await write(callBy(camille), { ...ABOUT, body: 'Premier' });
      await approve(callBy(ines), { ids: [id] });
      expect(await write(callBy(camille), { ...ABOUT, body: 'Second' })).toMatchObject({ status: 'approved' });
      const other = await write(callBy(noor), { ...ABOUT, body: 'Premier' });
      await reject(callBy(ines), { ids: [other.id], reason: 'off-topic' });
      expect(await write(callBy(camille), { ...ABOUT, body: 'Troisième' })).toMatchObject({ status: 'approved' });
      expect(await write(callBy(noor), { ...ABOUT, body: 'Second' })).toMatchObject({ status: 'waiting' });
      const { id: third } = await write(callBy(noor), { ...ABOUT, body: 'Troisième' });
      await approve(callBy(ines), { ids: [third, id] });
      expect(await edit(callBy(camille), { id, body: 'Premier, relu' })).toMatchObject({ status: 'approved' });
      expect(await edit(callBy(noor), { id: third, body: 'Achetez mes montres' })).toMatchObject({ status: 'waiting' });
    }),
  );

  it(
    'are editors and admins, nobody else',
    rolledBack(async (tx) => {
      const { camille, theo } = await cast(tx);
      const ids = [crypto.randomUUID()];
      for (const other of [VISITOR, camille, theo]) {
        const call = callBy(other);
        const attempts = [
          queue(call, {}),
          settings(call, {}),
          configure(call, { trustApproved: true, reportLimit: 1 }),
          approve(call, { ids }),
          reject(call, { ids, reason: 'rude' }),
          markSpam(call, { ids }),
          requeue(call, { ids }),
          announce(call, { commentId: ids[0] ?? '' }),
        ];
        for (const attempt of await Promise.allSettled(attempts)) {
          expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
        }
      }
      await expect(queue(callBy(await person(tx, 'Maud', 'admin')), {})).resolves.toMatchObject({ pile: 'waiting' });
    }),
  );
});
