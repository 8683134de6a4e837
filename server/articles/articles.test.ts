import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleVoteEvents, articleVotes } from '@/db/articles/schema';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { publishArticles } from '../testing/fixtures/content';
import { feedback } from './feedback';
import { feedbackOf } from './feedback-of';
import { handleFeedback } from './handle-feedback';
import { ownVote } from './own-vote';
import { vote } from './vote';

const VISITOR: Actor = { kind: 'visitor' };
const ABOUT = { locale: 'fr', articleKey: 'import' } as const;
const FOR_CUSTOMERS = { locale: 'fr', articleKey: 'payouts' } as const;

const person = async (tx: Tx, role: 'customer' | 'agent' | 'editor' | 'admin' = 'customer') =>
  actorOf(await makeUser(tx, { role }));

const votesOn = (tx: Tx, articleKey: string) =>
  tx.select().from(articleVotes).where(eq(articleVotes.articleKey, articleKey));

beforeAll(() =>
  publishArticles([
    { key: 'import', title: 'Importer vos adhérents' },
    { key: 'export', title: 'Exporter vos adhérents' },
    { key: 'payouts', title: 'Suivre les versements', audience: 'customers' },
    { key: 'meeting', title: 'Préparer une assemblée' },
    // What stands in for the English version that is missing.
    {
      key: 'meeting',
      title: 'Préparer une assemblée',
      locale: 'en',
      original: { locale: 'fr', path: '/fr/help/a/meeting' },
    },
  ]),
);

describe('a vote', () => {
  it(
    'counts once for a visitor’s cookie, and can be changed',
    rolledBack(async (tx) => {
      const first = await vote(callBy(VISITOR), { ...ABOUT, verdict: 'no', reason: 'missing', words: ' Et le CSV ? ' });
      const readerToken = first.readerToken ?? '';
      expect(readerToken).toMatch(/^[\w-]{43}$/);
      expect(await ownVote(callBy(VISITOR), { ...ABOUT, readerToken })).toEqual({
        verdict: 'no',
        reason: 'missing',
        words: 'Et le CSV ?',
      });
      await vote(callBy(VISITOR), { ...ABOUT, verdict: 'yes', readerToken });
      const rows = await votesOn(tx, 'import');
      expect(rows).toMatchObject([{ verdict: 'yes', reason: null, words: null, userId: null }]);
      expect(JSON.stringify(rows)).not.toContain(readerToken);
      const history = await tx.select().from(articleVoteEvents).orderBy(articleVoteEvents.id);
      expect(history.map(({ kind, verdict }) => [kind, verdict])).toEqual([
        ['voted', 'no'],
        ['changed', 'yes'],
      ]);
      expect(await ownVote(callBy(VISITOR), ABOUT)).toBeNull();
    }),
  );

  it(
    'keeps its reason when only a button is pressed again, and gives it up when it is emptied',
    rolledBack(async () => {
      const why = { reason: 'missing', words: 'Et le CSV ?' } as const;
      const first = await vote(callBy(VISITOR), { ...ABOUT, verdict: 'no', ...why });
      const readerToken = first.readerToken ?? '';
      const saying = async (said: Pick<Parameters<typeof vote>[1], 'verdict' | 'reason' | 'words'>) => {
        await vote(callBy(VISITOR), { ...ABOUT, ...said, readerToken });
        return ownVote(callBy(VISITOR), { ...ABOUT, readerToken });
      };
      expect(await saying({ verdict: 'no' })).toEqual({ verdict: 'no', ...why });
      expect(await saying({ verdict: 'partly' })).toEqual({ verdict: 'partly', ...why });
      expect(await saying({ verdict: 'partly', reason: '', words: '' })).toMatchObject({ reason: null, words: null });
    }),
  );

  it(
    'of a visitor becomes the person’s when they have signed in',
    rolledBack(async (tx) => {
      const { readerToken } = await vote(callBy(VISITOR), { ...ABOUT, verdict: 'partly' });
      const noor = await person(tx);
      const token = { readerToken: readerToken ?? undefined };
      const answer = await vote(callBy(noor), { ...ABOUT, verdict: 'no', ...token });
      expect(answer.readerToken).toBeNull();
      expect(await votesOn(tx, 'import')).toMatchObject([{ userId: noor.id, readerHash: null, verdict: 'no' }]);
      expect(await ownVote(callBy(noor), ABOUT)).toMatchObject({ verdict: 'no' });
    }),
  );

  it(
    'on what stands in for a missing translation is about the text that was read',
    rolledBack(async (tx) => {
      const noor = callBy(await person(tx));
      await vote(noor, { locale: 'en', articleKey: 'meeting', verdict: 'no' });
      expect(await votesOn(tx, 'meeting')).toMatchObject([{ locale: 'fr', verdict: 'no' }]);
      for (const locale of ['fr', 'en'] as const)
        expect(await ownVote(noor, { locale, articleKey: 'meeting' })).toMatchObject({ verdict: 'no' });
    }),
  );

  it(
    'is audited without what was written',
    rolledBack(async (tx) => {
      const call = callBy(VISITOR);
      await vote(call, { ...ABOUT, verdict: 'no', words: 'Je suis Camille Roux' });
      const rows = await auditOf(tx, call.requestId);
      expect(rows).toMatchObject([
        { action: 'articles.vote', targetType: 'article', targetId: 'import', actorId: null },
      ]);
      expect(JSON.stringify(rows)).not.toContain('Camille');
    }),
  );

  it(
    'on what the reader may not see is not found, as on what is not there',
    rolledBack(async (tx) => {
      const said = { ...FOR_CUSTOMERS, verdict: 'yes' } as const;
      await expect(vote(callBy(VISITOR), said)).rejects.toMatchObject({ code: 'not-found' });
      await expect(vote(callBy(VISITOR), { ...said, articleKey: 'none' })).rejects.toMatchObject({ code: 'not-found' });
      await expect(vote(callBy(await person(tx)), said)).resolves.toMatchObject({ verdict: 'yes' });
    }),
  );

  it(
    'is refused with the field at fault, and when one address sends too many',
    rolledBack(async () => {
      await expect(vote(callBy(VISITOR), { ...ABOUT, verdict: 'no', words: 'a'.repeat(2001) })).rejects.toMatchObject({
        code: 'invalid',
        fields: { words: { key: 'errors.tooBig.string' } },
      });
      const call = callBy(VISITOR);
      for (let count = 0; count < 30; count += 1) await vote(call, { ...ABOUT, verdict: 'no' });
      await expect(vote(call, { ...ABOUT, verdict: 'no' })).rejects.toMatchObject({ code: 'too-many' });
    }),
  );
});

describe('feedback', () => {
  it(
    'reaches editors: worst first, by week, with reasons that are dealt with until the reader says something else',
    rolledBack(async (tx) => {
      await tx.delete(articleVotes);
      const ines = await person(tx, 'editor');
      const now = new Date('2026-11-19T10:00:00Z');
      const lastWeek = new Date('2026-11-12T10:00:00Z');
      for (let count = 0; count < 6; count += 1) {
        await vote(callBy(VISITOR, lastWeek), { ...ABOUT, verdict: 'yes' });
        await vote(callBy(VISITOR, now), { locale: 'fr', articleKey: 'export', verdict: count < 4 ? 'no' : 'partly' });
      }
      const { readerToken } = await vote(callBy(VISITOR, now), { ...ABOUT, verdict: 'no', reason: 'unclear' });
      const list = await feedback(callBy(ines, now), { period: '4' });
      expect(list.articles.map(({ title, tally }) => [title, tally])).toEqual([
        ['Exporter vos adhérents', { yes: 0, partly: 2, no: 4 }],
        ['Importer vos adhérents', { yes: 6, partly: 0, no: 1 }],
      ]);
      expect(list.open).toBe(1);
      const detail = await feedbackOf(callBy(ines, now), { ...ABOUT, period: '4' });
      expect(detail.weeks.slice(-2)).toEqual([
        { week: '2026-11-09', tally: { yes: 6, partly: 0, no: 0 } },
        { week: '2026-11-16', tally: { yes: 0, partly: 0, no: 1 } },
      ]);
      expect(detail.weeks).toHaveLength(5);
      const [reason] = detail.reasons;
      await handleFeedback(callBy(ines, now), { id: reason?.id ?? '', handled: true });
      expect((await feedbackOf(callBy(ines, now), ABOUT)).reasons).toMatchObject([
        { reason: 'unclear', handledAt: now, handledBy: ines.name },
      ]);
      const again = { ...ABOUT, verdict: 'no', reason: 'outdated', readerToken: readerToken ?? undefined } as const;
      await vote(callBy(VISITOR, now), again);
      expect((await feedbackOf(callBy(ines, now), ABOUT)).reasons).toMatchObject([
        { reason: 'outdated', handledAt: null },
      ]);
    }),
  );

  it(
    'is narrowed by collection, language and period',
    rolledBack(async (tx) => {
      await tx.delete(articleVotes);
      const ines = await person(tx, 'editor');
      await vote(callBy(VISITOR), { ...ABOUT, verdict: 'no' });
      const found = async (filter: Parameters<typeof feedback>[1]) =>
        (await feedback(callBy(ines), filter)).articles.length;
      expect(await found({ collection: 'members' })).toBe(1);
      expect(await found({ collection: 'accounting' })).toBe(0);
      expect(await found({ locale: 'en' })).toBe(0);
      const year = callBy(ines, new Date(Date.now() + 60 * 86_400_000));
      expect((await feedback(year, { period: '4' })).articles).toHaveLength(0);
      expect((await feedback(year, { period: 'all' })).articles).toHaveLength(1);
    }),
  );

  it(
    'is turned page by page, each article once',
    rolledBack(async (tx) => {
      await tx.delete(articleVotes);
      const ines = await person(tx, 'editor');
      const keys = Array.from({ length: 53 }, (_, at) => `gone-${at}`);
      await tx.insert(articleVotes).values(
        keys.map((articleKey) => ({
          articleKey,
          locale: 'fr' as const,
          readerHash: 'one',
          verdict: 'no' as const,
          votedAt: new Date(),
        })),
      );
      const read = async (page: number) => feedback(callBy(ines), { period: 'all', page });
      const [first, second, beyond] = [await read(1), await read(2), await read(3)];
      expect([first.articles.length, second.articles.length, first.pages]).toEqual([50, 3, 2]);
      expect(new Set([...first.articles, ...second.articles].map(({ articleKey }) => articleKey)).size).toBe(53);
      expect(beyond).toEqual(second);
    }),
  );

  it(
    'is for editors alone',
    rolledBack(async (tx) => {
      const others = [VISITOR, await person(tx), await person(tx, 'agent')];
      for (const other of others) {
        await expect(feedback(callBy(other), {})).rejects.toMatchObject({ code: 'forbidden' });
        await expect(feedbackOf(callBy(other), ABOUT)).rejects.toMatchObject({ code: 'forbidden' });
        await expect(handleFeedback(callBy(other), { id: crypto.randomUUID(), handled: true })).rejects.toMatchObject({
          code: 'forbidden',
        });
      }
      await expect(feedbackOf(callBy(await person(tx, 'admin')), ABOUT)).resolves.toMatchObject({ open: 0 });
    }),
  );
});
