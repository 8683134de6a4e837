import { randomUUID } from 'node:crypto';
import { asc, inArray } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { forgetQueries } from '@/db/search/log';
import { answerReadings, deviceRequests, searchQueries } from '@/db/search/log-schema';
import { noteDeviceRequest, settleReadings } from '@/db/search/readings';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import type { SearchKind } from '@/domain/search/answer';
import { outcomeOf } from '@/domain/search/log';
import { callBy } from '../testing/call';
import { deflection } from './deflection';
import { record } from './record';
import { report } from './report';

const VISITOR: Actor = { kind: 'visitor' };
const DAY = 86_400_000;
const NOW = new Date('2026-11-22T10:00:00Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * DAY);

const query = (words: string, given: Partial<Parameters<typeof record>[1]> = {}) => ({
  words,
  locale: 'fr' as const,
  results: 3,
  surface: 'page' as const,
  ...given,
});
const hit = (rank = 1, href = '/fr/help/adherents/importer-vos-adherents', kind: SearchKind = 'article') => ({
  href,
  kind,
  rank,
});
const editor = async (tx: Tx) => callBy(actorOf(await makeUser(tx, { role: 'editor' })), NOW);
const device = () => randomUUID();

/** What other tests left in the database is no part of these reports. */
const alone = (test: (tx: Tx) => Promise<void>) =>
  rolledBack(async (tx) => {
    await tx.delete(searchQueries);
    await tx.delete(answerReadings);
    await tx.delete(deviceRequests);
    await test(tx);
  });

describe('a query', () => {
  it(
    'is kept without who sent it, in no audit row',
    alone(async (tx) => {
      const camille = actorOf(await makeUser(tx));
      const call = callBy(camille, NOW);
      await record(call, query('  Reçus FISCAUX ? camille@exemple.fr', { hit: hit(2) }));
      const [row] = await tx.select().from(searchQueries);
      expect(row).toMatchObject({
        words: 'recus fiscaux ? @',
        typed: 'reçus fiscaux ? @',
        clickedHref: hit().href,
        clickedRank: 2,
        locale: 'fr',
        surface: 'page',
      });
      expect(JSON.stringify(row)).not.toContain(camille.id);
      expect(await auditOf(tx, call.requestId)).toEqual([]);
    }),
  );

  it.each([
    ['the page first', [undefined, hit(2), hit(1)]],
    ['the click first', [hit(2), undefined, hit(1)]],
  ])('told by its page and by clicks on it is one: %s', async (_, order) => {
    await alone(async (tx) => {
      const id = randomUUID();
      for (const told of order) {
        await record(callBy(VISITOR, NOW), query('importer', { query: id, ...(told ? { hit: told } : {}) }));
      }
      expect(await tx.select().from(searchQueries)).toMatchObject([{ id, clickedRank: 2 }]);
    })();
  });

  it.each([
    ['no words', { words: ' ?! ' }],
    ['a result elsewhere', { hit: hit(1, 'https://example.com/') }],
    ['a result on another host', { hit: hit(1, '//example.com') }],
    ['a rank of nothing', { hit: hit(0) }],
    ['fewer results than none', { results: -1 }],
  ])('is refused with %s', async (_, given) => {
    await expect(record(callBy(VISITOR, NOW), { ...query('importer'), ...given })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it(
    'is counted: too many from one origin are refused',
    alone(async () => {
      const call = callBy(VISITOR, NOW);
      for (let sent = 0; sent < 60; sent += 1) await record(call, query('importer'));
      await expect(record(call, query('importer'))).rejects.toMatchObject({ code: 'too-many' });
    }),
  );

  it(
    'is forgotten after its time',
    alone(async (tx) => {
      await record(callBy(VISITOR, ago(200)), query('vieux'));
      await record(callBy(VISITOR, ago(1)), query('neuf'));
      await forgetQueries(database(), ago(180));
      expect((await tx.select().from(searchQueries)).map((row) => row.words)).toEqual(['neuf']);
    }),
  );
});

describe('the report', () => {
  it(
    'groups queries by their words, whatever the accents, in three lists',
    alone(async (tx) => {
      for (const words of ['Reçus fiscaux', 'recus fiscaux', 'reçus fiscaux'])
        await record(callBy(VISITOR, ago(3)), query(words));
      await record(callBy(VISITOR, ago(2)), query('reçus fiscaux', { hit: hit(3) }));
      await record(callBy(VISITOR, ago(2)), query('cotisation', { results: 5 }));
      for (const days of [1, 2]) await record(callBy(VISITOR, ago(days)), query('trombinoscope', { results: 0 }));
      await record(callBy(VISITOR, ago(2)), query('refund', { locale: 'en', results: 0 }));
      await record(callBy(VISITOR, ago(20)), query('bilan'));
      const call = await editor(tx);
      const wordsOf = async (filter: Parameters<typeof report>[1]) =>
        (await report(call, filter)).rows.map((row) => [row.typed, row.searches]);
      const week = { days: 7 as const, locale: null };
      expect(await wordsOf({ ...week, list: 'frequent' })).toEqual([
        ['reçus fiscaux', 4],
        ['trombinoscope', 2],
        ['cotisation', 1],
        ['refund', 1],
      ]);
      expect(await wordsOf({ ...week, list: 'nothing' })).toEqual([
        ['trombinoscope', 2],
        ['refund', 1],
      ]);
      expect(await wordsOf({ ...week, locale: 'en', list: 'nothing' })).toEqual([['refund', 1]]);
      expect(await wordsOf({ ...week, list: 'unclicked' })).toEqual([['cotisation', 1]]);
      expect((await wordsOf({ ...week, days: 30, list: 'unclicked' })).map(([words]) => words)).toContain('bilan');
      const { totals, rows } = await report(call, { ...week, list: 'frequent', limit: 1 });
      expect(totals).toEqual({ searches: 8, nothing: 3, found: 5, clicked: 1, meanRank: 3 });
      expect(rows).toMatchObject([{ clicks: 1, meanRank: 3, results: 3 }]);
    }),
  );

  it.each(['customer', 'agent'] as const)('is not for %ss', async (role) => {
    await rolledBack(async (tx) => {
      const call = callBy(actorOf(await makeUser(tx, { role })));
      const filter = { days: 7 as const, locale: null };
      await expect(report(call, { ...filter, list: 'frequent' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(deflection(call, filter)).rejects.toMatchObject({ code: 'forbidden' });
    })();
  });
});

const read = (
  at: Date,
  by: { actor?: Actor; device?: string } = {},
  given: Partial<Parameters<typeof record>[1]> = {},
) =>
  record(
    { ...callBy(by.actor ?? VISITOR, at), device: by.device },
    query('importer', { surface: 'request', hit: hit(), ...given }),
  );
const outcomes = async (tx: Tx) =>
  (await tx.select().from(answerReadings).orderBy(asc(answerReadings.id))).map((row) => row.outcome);

describe('an answer that was read', () => {
  it(
    'is counted once a day for one reader; what is no answer is not counted',
    alone(async (tx) => {
      const mine = { device: device() };
      await read(ago(3), mine);
      await read(ago(3), mine);
      await read(ago(3), mine, { hit: hit(2, '/fr/faq#mot-de-passe', 'question') });
      await read(ago(3), mine, { hit: hit(2, '/fr/requests/1042', 'request') });
      await read(ago(1), mine);
      await read(ago(3), { device: device() });
      const rows = await tx.select().from(answerReadings).orderBy(asc(answerReadings.id));
      expect(rows.map((row) => row.kind)).toEqual(['article', 'question', 'article', 'article']);
      const visits = rows.map((row) => row.visit);
      expect(visits[0]).toBe(visits[1]);
      expect(new Set(visits).size).toBe(3);
    }),
  );

  it(
    'is settled by the rule of the domain, and its reader forgotten',
    alone(async (tx) => {
      const requests: readonly (readonly number[])[] = [[], [-1], [1], [7], [8], [-1, 3]];
      const readAts = [ago(20), ago(7), ago(3)];
      const cases = readAts.flatMap((readAt) =>
        requests.flatMap((days) => [true, false].map((signedIn) => ({ readAt, days, signedIn }))),
      );
      const wanted: string[] = [];
      for (const { readAt, days, signedIn } of cases) {
        const times = days.map((day) => new Date(readAt.getTime() + day * DAY)).filter((at) => at <= NOW);
        const user = signedIn ? await makeUser(tx) : null;
        const by = user ? { actor: actorOf(user) } : { device: device() };
        await read(readAt, by);
        for (const at of times) {
          if (user) await makeTicket(tx, { requesterId: user.id, createdAt: at });
          else await noteDeviceRequest(tx, 'device' in by ? by.device : '', at);
        }
        wanted.push(
          outcomeOf(
            readAt.getTime(),
            times.map((at) => at.getTime()),
            NOW.getTime(),
          ),
        );
      }
      await settleReadings(database(), NOW);
      await settleReadings(database(), NOW);
      expect(await outcomes(tx)).toEqual(wanted);
      expect(new Set(wanted)).toEqual(new Set(['open', 'asked', 'answered']));
      const settled = await tx
        .select()
        .from(answerReadings)
        .where(inArray(answerReadings.outcome, ['asked', 'answered']));
      expect(settled.every((row) => row.readerId === null && row.device === null)).toBe(true);
    }),
  );

  it(
    'of a reader who cannot be recognised is neither way',
    alone(async (tx) => {
      await read(ago(20));
      await settleReadings(database(), NOW);
      expect(await outcomes(tx)).toEqual(['unknown']);
    }),
  );

  it(
    'is told by answer and by week; one request counts against the whole visit',
    alone(async (tx) => {
      const [asks, stays, searches] = [device(), device(), device()];
      await read(ago(14), { device: asks });
      await read(ago(14), { device: asks }, { hit: hit(1, '/fr/faq#mot-de-passe', 'question') });
      await noteDeviceRequest(tx, asks, ago(13));
      await read(ago(14), { device: stays });
      await read(ago(14), { device: searches }, { surface: 'page' });
      await read(ago(14));
      // Too young for its outcome to count, though one is known.
      const young = device();
      await read(ago(2), { device: young }, { hit: hit(1, '/fr/help/a/b') });
      await noteDeviceRequest(tx, young, ago(1));
      await settleReadings(database(), NOW);
      const call = await editor(tx);
      const told = await deflection(call, { days: 30, locale: null });
      expect(told.answers).toEqual([
        { kind: 'article', href: hit().href, readings: 4, answered: 2, asked: 1, open: 0, unknown: 1 },
        { kind: 'question', href: '/fr/faq#mot-de-passe', readings: 1, answered: 0, asked: 1, open: 0, unknown: 0 },
        { kind: 'article', href: '/fr/help/a/b', readings: 1, answered: 0, asked: 0, open: 1, unknown: 0 },
      ]);
      expect(told.weeks).toEqual([
        { week: '2026-11-02', fromForm: false, readings: 1, answered: 1, asked: 0, open: 0, unknown: 0 },
        { week: '2026-11-02', fromForm: true, readings: 3, answered: 1, asked: 1, open: 0, unknown: 1 },
        { week: '2026-11-16', fromForm: true, readings: 1, answered: 0, asked: 0, open: 1, unknown: 0 },
      ]);
      expect((await deflection(call, { days: 30, locale: 'en' })).answers).toEqual([]);
    }),
  );
});
