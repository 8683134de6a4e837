import { beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '@/db/comments/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { approve } from './approve';
import { erase } from './erase';
import { list } from './list';
import { more } from './more';
import { ABOUT, cast, PAYOUTS, publishCommented, told, VISITOR } from './testing';
import { write } from './write';

beforeAll(publishCommented);

const START = new Date('2026-11-01T08:00:00Z');
const COUNT = 120;

type Part = { after?: string | null; before?: string | null; comment?: string; thread?: string };

const bodies = async (actor: Actor, part?: Part) => {
  const asked = part ? more(callBy(actor), { ...ABOUT, ...part }) : list(callBy(actor), ABOUT);
  const { threads, count, previous, next } = await asked;
  return { words: threads.map(({ bodyHtml }) => bodyHtml.replace(/<[^>]+>/g, '')), threads, count, previous, next };
};

describe('the comments of an article', () => {
  it(
    'are turned page by page, each once, whatever else is not read among them',
    rolledBack(async (tx) => {
      const { camille, noor } = await cast(tx);
      const approved = [{ kind: 'approved' as const, actorId: null, at: START }];
      const made = [];
      for (let at = 0; at < COUNT; at += 1) {
        // Some are of one instant; every fourth waits.
        const createdAt = new Date(START.getTime() + Math.floor(at / 3) * 60_000);
        const comment = { authorId: at % 8 === 0 ? camille.id : noor.id, bodyText: `mot ${at}`, createdAt };
        made.push(await makeComment(tx, comment, at % 4 === 0 ? [] : approved));
      }
      const [first, answered] = [made[0]?.id ?? '', made[1]?.id ?? ''];
      await makeComment(tx, { authorId: camille.id, parentId: answered, bodyText: 'réponse' }, approved);
      await makeComment(tx, { authorId: camille.id, parentId: first, bodyText: 'à ce qui attend' }, approved);

      const one = await bodies(VISITOR);
      expect([one.words.length, one.previous, one.count]).toEqual([50, null, 91]);
      expect(one.threads.flatMap(({ answers }) => answers.map(({ own }) => own))).toEqual([false]);
      const two = await bodies(VISITOR, { after: one.next });
      expect([two.words.length, two.next, two.count]).toEqual([40, null, 91]);
      expect(new Set([...one.words, ...two.words]).size).toBe(90);
      expect((await bodies(VISITOR, { before: two.previous })).words).toEqual(one.words);
      for (const after of ['nonsense', `1000000000000000,"${first}"`]) {
        expect((await bodies(VISITOR, { after })).words, after).toEqual(one.words);
      }
      // Her own that wait stand among them for her alone: 15 first comments, and the answer to one of them.
      expect((await bodies(camille)).count).toBe(107);
    }),
  );

  it(
    'begin with the thread of the one that is asked for, where the first page does not hold it',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const approved = [{ kind: 'approved' as const, actorId: null, at: START }];
      const at = (minute: number) => new Date(START.getTime() + minute * 60_000);
      for (let minute = 0; minute < 50; minute += 1) {
        await makeComment(tx, { authorId: theo.id, bodyText: `mot ${minute}`, createdAt: at(minute) }, approved);
      }
      const late = await write(callBy(camille, at(60)), { ...ABOUT, body: 'Le dernier' });
      await approve(callBy(ines, at(61)), { ids: [late.id] });
      const answer = await write(callBy(theo, at(62)), { ...ABOUT, body: 'Réponse', parentId: late.id });
      for (const comment of [late.id, answer.id]) {
        const page = await bodies(VISITOR, { comment });
        expect(page.words).toEqual(['Le dernier']);
        expect((await bodies(VISITOR, { before: page.previous })).words).toHaveLength(50);
      }
      const { threads } = await bodies(VISITOR);
      expect((await bodies(VISITOR, { comment: threads[3]?.id ?? '' })).threads).toEqual(threads);
      expect((await bodies(VISITOR, { comment: crypto.randomUUID() })).threads).toEqual(threads);
      await told(answer.id);
      const [mail] = await mailsTo(tx, camille.email);
      expect(mail?.data).toMatchObject({
        path: `/fr/help/adherents/import/comments/more?comment=${answer.id}#comment-${answer.id}`,
      });
      await erase(callBy(camille, at(63)), { id: late.id });
      expect((await bodies(VISITOR, { comment: answer.id })).threads).toMatchObject([{ author: null }]);
    }),
  );

  it(
    'have the first ten answers below each, and a page of their own for the others',
    rolledBack(async (tx) => {
      const { camille, noor } = await cast(tx);
      const approved = [{ kind: 'approved' as const, actorId: null, at: START }];
      const at = (minute: number) => new Date(START.getTime() + minute * 60_000);
      const write = (facts: Parameters<typeof makeComment>[1], history = approved) => makeComment(tx, facts, history);
      const long = await write({ authorId: noor.id, bodyText: 'long', createdAt: at(0) });
      const short = await write({ authorId: noor.id, bodyText: 'court', createdAt: at(1) });
      const answers = [];
      for (let one = 0; one < 70; one += 1) {
        const answer = { authorId: noor.id, parentId: long.id, bodyText: `réponse ${one}`, createdAt: at(2 + one) };
        answers.push(await write(answer));
      }
      await write({ authorId: noor.id, parentId: short.id, bodyText: 'merci', createdAt: at(3) });
      // What waits is her own alone, and counts for nobody else.
      await makeComment(tx, { authorId: camille.id, parentId: long.id, bodyText: 'en attente', createdAt: at(1) });

      const { threads, count } = await list(callBy(VISITOR), ABOUT);
      expect(threads.map((thread) => [thread.answers.length, thread.goesOn !== null])).toEqual([
        [10, true],
        [1, false],
      ]);
      expect(count).toBe(73);
      const ids = (page: { threads: readonly { answers: readonly { id: string }[] }[] }) =>
        page.threads.flatMap((thread) => thread.answers.map(({ id }) => id));
      const read = (part: Part) => more(callBy(VISITOR), { ...ABOUT, ...part });
      const one = await read({ thread: long.id, after: threads[0]?.goesOn ?? null });
      const two = await read({ thread: long.id, after: one.next });
      const all = answers.map(({ id }) => id);
      expect([...ids({ threads: threads.slice(0, 1) }), ...ids(one), ...ids(two)]).toEqual(all);
      expect([one.thread, one.threads.length, two.next]).toEqual([long.id, 1, null]);
      expect(ids(await read({ thread: long.id, before: two.previous }))).toEqual(ids(one));
      expect(ids(await list(callBy(camille), ABOUT))[0]).not.toBe(all[0]);

      // The way to one of them leads to the page that holds it; what is none begins at the start.
      const late = await read({ comment: all[64] ?? '' });
      expect([late.thread, ids(late)[0]]).toEqual([long.id, all[64]]);
      expect((await read({ comment: all[4] ?? '' })).thread).toBeNull();
      for (const thread of ['nonsense', crypto.randomUUID(), all[3] ?? '']) {
        expect((await read({ thread })).threads.map(({ id }) => id)).toEqual([long.id, short.id]);
      }
    }),
  );

  it(
    'are turned at a pace, which the page that everybody is shown first does not know',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      for (let turn = 0; turn < 60; turn += 1) await more(callBy(camille), ABOUT);
      await expect(more(callBy(camille), ABOUT)).rejects.toMatchObject({ code: 'too-many' });
      expect((await list(callBy(camille), ABOUT)).threads).toEqual([]);
    }),
  );

  it(
    'of one article lead nowhere from another',
    rolledBack(async (tx) => {
      const noor = actorOf(await makeUser(tx, { role: 'customer' }));
      const elsewhere = await makeComment(tx, { authorId: noor.id, articleKey: PAYOUTS.articleKey });
      expect(await bodies(VISITOR, { comment: elsewhere.id })).toMatchObject({ threads: [], next: null });
      await expect(more(callBy(VISITOR), { ...PAYOUTS, comment: elsewhere.id })).rejects.toMatchObject({
        code: 'not-found',
      });
    }),
  );
});
