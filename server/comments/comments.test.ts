import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '@/db/comments/factory';
import { commentEvents, comments } from '@/db/comments/schema';
import { commentVisibility } from '@/db/comments/visibility';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import { maySeeComment } from '@/domain/access/comments';
import { COMMENT_STATUSES } from '@/domain/comments/status';
import { callBy } from '../testing/call';
import { approve } from './approve';
import { edit } from './edit';
import { erase } from './erase';
import { list } from './list';
import { own } from './own';
import { queue } from './queue';
import { reject } from './reject';
import { requeue } from './requeue';
import { show } from './show';
import { ABOUT, CLOSED, cast, PAYOUTS, person, publicNames, publishCommented, told, VISITOR } from './testing';
import { write } from './write';

beforeAll(publishCommented);

describe('a comment', () => {
  it(
    'waits, is approved, is answered by the team, and its author is told of both',
    rolledBack(async (tx) => {
      const { camille, theo, ines } = await cast(tx);
      const call = callBy(camille);
      const body = 'Et si le fichier a <b>deux</b> onglets ?\n\nVoir https://exemple.fr';
      const { id, status } = await write(call, { ...ABOUT, body });
      expect(status).toBe('waiting');
      expect(await publicNames()).toEqual([]);
      expect(await publicNames(camille)).toEqual([['Camille\u00a0R.', []]]);
      expect((await queue(callBy(ines), {})).comments.at(-1)).toMatchObject({
        id,
        author: { name: 'Camille Roux', email: camille.email },
        article: { title: 'Importer vos adhérents', path: '/fr/help/adherents/import' },
      });

      await approve(callBy(ines), { ids: [id] });
      await told(id);
      await told(id);
      const answer = await write(callBy(theo), { ...ABOUT, body: 'Importez un onglet à la fois.', parentId: id });
      expect(answer.status).toBe('approved');
      await told(answer.id);
      expect(await publicNames()).toEqual([['Camille\u00a0R.', ['Théo Lambert']]]);
      const [thread] = (await list(callBy(VISITOR), ABOUT)).threads;
      expect(thread).toMatchObject({ author: { staff: false }, own: false });
      expect(thread?.answers[0]?.author).toEqual({ name: 'Théo Lambert', staff: true });
      expect(thread?.bodyHtml).toContain('&lt;b&gt;deux&lt;/b&gt;');
      expect(thread?.bodyHtml).toContain('rel="nofollow noopener noreferrer"');

      const mails = await mailsTo(tx, camille.email);
      expect(mails.map((mail) => mail.template).sort()).toEqual(['comments.answered', 'comments.approved']);
      expect(mails[0]?.threadKey).toBe(`comment:${id}`);
      expect(await mailsTo(tx, theo.email)).toEqual([]);
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'comments.write', targetId: id }]);
      const history = await tx.select().from(commentEvents).where(eq(commentEvents.commentId, id));
      expect(history.map((event) => [event.kind, event.actorId])).toEqual([
        ['written', camille.id],
        ['approved', ines.id],
      ]);
    }),
  );

  it(
    'is refused with a reason that only its author reads, and nobody hears of what was undone in time',
    rolledBack(async (tx) => {
      const { camille, noor, ines } = await cast(tx);
      const { id } = await write(callBy(camille), { ...ABOUT, body: 'Appelez-moi au 06 12 34 56 78.' });
      await approve(callBy(ines), { ids: [id] });
      await requeue(callBy(ines), { ids: [id] });
      await told(id);
      expect(await mailsTo(tx, camille.email)).toEqual([]);
      await expect(reject(callBy(ines), { ids: [id], reason: 'other' })).rejects.toMatchObject({
        fields: { words: { key: 'errors.required' } },
      });
      await reject(callBy(ines), { ids: [id], reason: 'personal-data', words: 'Retirez le numéro.' });
      await told(id);
      expect((await mailsTo(tx, camille.email)).map(({ template, data }) => [template, data])).toMatchObject([
        ['comments.rejected', { reason: 'personal-data', words: 'Retirez le numéro.' }],
      ]);
      expect((await own(callBy(camille), ABOUT)).comments).toMatchObject([
        { status: 'rejected', rejection: 'personal-data', rejectionWords: 'Retirez le numéro.', editableUntil: null },
      ]);
      expect((await own(callBy(noor), ABOUT)).comments).toEqual([]);
      await expect(show(callBy(noor), { ...ABOUT, id })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'is sent once however often one presses, and the same words once a day',
    rolledBack(async (tx) => {
      const { camille } = await cast(tx);
      const idempotencyKey = crypto.randomUUID();
      const first = await write(callBy(camille), { ...ABOUT, body: 'Bonjour', idempotencyKey });
      expect(await write(callBy(camille), { ...ABOUT, body: 'Bonjour', idempotencyKey })).toEqual(first);
      await expect(write(callBy(camille), { ...ABOUT, body: ' Bonjour ' })).rejects.toMatchObject({
        fields: { body: { key: 'errors.commentRepeated' } },
      });
    }),
  );

  it(
    'is not taken where comments are closed, nor from who may not read the article or is nobody',
    rolledBack(async (tx) => {
      const { camille, ines } = await cast(tx);
      const body = 'Bonjour';
      await expect(write(callBy(ines), { ...CLOSED, body })).rejects.toMatchObject({ code: 'conflict' });
      expect(await list(callBy(VISITOR), CLOSED)).toMatchObject({ closed: true, threads: [] });
      await expect(write(callBy(VISITOR), { ...ABOUT, body })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(list(callBy(VISITOR), PAYOUTS)).rejects.toMatchObject({ code: 'not-found' });
      await expect(list(callBy(camille), PAYOUTS)).resolves.toMatchObject({ closed: false });
    }),
  );

  it(
    'may be changed for fifteen minutes, then waits again; nobody else may',
    rolledBack(async (tx) => {
      const { camille, noor, ines } = await cast(tx);
      const now = new Date();
      const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
      const { id } = await write(callBy(camille, now), { ...ABOUT, body: 'Un onglet ?' });
      await approve(callBy(ines, now), { ids: [id] });
      await expect(edit(callBy(noor, now), { id, body: 'Non' })).rejects.toMatchObject({ code: 'not-found' });
      expect(await edit(callBy(camille, later(14)), { id, body: 'Deux onglets ?' })).toMatchObject({
        status: 'waiting',
      });
      expect(await publicNames()).toEqual([]);
      await expect(edit(callBy(camille, later(15)), { id, body: 'Trois ?' })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.commentEditOver',
      });
    }),
  );

  it(
    'is erased by its author: its words are gone, its place stays where it is answered',
    rolledBack(async (tx) => {
      const { camille, noor, ines, theo } = await cast(tx);
      const { id } = await write(callBy(camille), { ...ABOUT, body: 'Question secrète' });
      await approve(callBy(ines), { ids: [id] });
      await write(callBy(theo), { ...ABOUT, body: 'Réponse', parentId: id });
      await expect(erase(callBy(noor), { id })).rejects.toMatchObject({ code: 'not-found' });
      await erase(callBy(camille), { id });
      expect(await publicNames()).toEqual([[null, ['Théo Lambert']]]);
      expect(JSON.stringify(await tx.select().from(comments).where(eq(comments.id, id)))).not.toContain('secrète');
      await expect(write(callBy(noor), { ...ABOUT, body: 'Merci', parentId: id })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect((await approve(callBy(ines), { ids: [id] })).moved).toEqual([]);
    }),
  );

  it(
    'stands under the whole name only where the profile says so, and an answer to an answer joins its thread',
    rolledBack(async (tx) => {
      const { theo } = await cast(tx);
      const sylvie = actorOf(await makeUser(tx, { name: 'Sylvie Marchand', publicName: 'full' }));
      const root = await makeComment(tx, { authorId: sylvie.id }, [
        { kind: 'approved', actorId: null, at: new Date() },
      ]);
      const first = await write(callBy(theo), { ...ABOUT, body: 'Un', parentId: root.id });
      await write(callBy(theo), { ...ABOUT, body: 'Deux', parentId: first.id });
      expect(await publicNames()).toEqual([['Sylvie Marchand', ['Théo Lambert', 'Théo Lambert']]]);
    }),
  );
});

describe('who sees a comment', () => {
  it(
    'is the same as predicate and as SQL, for everybody and every status',
    rolledBack(async (tx) => {
      const people = await cast(tx);
      const admin = await person(tx, 'Maud Kessler', 'admin');
      const made = [];
      for (const authorId of [people.camille.id, people.theo.id]) {
        for (const status of COMMENT_STATUSES) made.push(await makeComment(tx, { authorId, bodyText: status }));
        const own = made.slice(-COMMENT_STATUSES.length);
        for (const [index, status] of COMMENT_STATUSES.entries()) {
          await tx
            .update(comments)
            .set({ status })
            .where(eq(comments.id, own[index]?.id ?? ''));
        }
      }
      const ids = made.map(({ id }) => id);
      const actors: Actor[] = [VISITOR, ...Object.values(people), admin, { kind: 'system', name: 'worker' }];
      for (const actor of actors) {
        const all = await tx.select().from(comments).where(inArray(comments.id, ids));
        const bySql = await tx.select().from(comments).where(commentVisibility(actor));
        const seen = new Set(bySql.map((comment) => comment.id));
        for (const comment of all) {
          expect([actor, comment.status, seen.has(comment.id)]).toEqual([
            actor,
            comment.status,
            maySeeComment(actor, comment),
          ]);
        }
      }
    }),
  );
});
