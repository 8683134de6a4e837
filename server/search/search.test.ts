import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { incidentById, insertIncident, insertUpdate } from '@/db/incidents/queries';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { makeDocument, makeIndex } from '@/db/search/factory';
import { writeDocuments } from '@/db/search/write';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeMessage, makeTicket } from '@/db/tickets/factory';
import { visibleTicket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { SEARCH_KINDS, type SearchKind } from '@/domain/search/answer';
import { callBy } from '../testing/call';
import { find } from './find';
import { indexRow } from './keep';
import { forgetKnownIndex } from './known';
import { incidentDocuments } from './sources/incidents';
import { suggest } from './suggest';

const VISITOR: Actor = { kind: 'visitor' };
const SYSTEM: Actor = { kind: 'system', name: 'worker' };

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const stranger = await makeUser(tx, { name: 'Jonas Weber' });
  const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [
    { userId: camille.id, manager: true },
    { userId: noor.id, manager: false },
  ]);
  const membership = (manager: boolean) => [{ organisationId: garden, manager }];
  const actors: Record<string, Actor> = {
    visitor: VISITOR,
    'manager of the organisation': actorOf(camille, membership(true)),
    requester: actorOf(noor, membership(false)),
    stranger: actorOf(stranger),
    agent: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
    editor: actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' })),
    admin: actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })),
    system: SYSTEM,
  };
  return { actors, requesterId: noor.id, strangerId: stranger.id, garden };
};

const keysOf = async (actor: Actor, query: string): Promise<string[]> =>
  (await find(callBy(actor), { query, locale: 'fr' })).hits.map(({ kind, key }) => `${kind} ${key}`).sort();

describe('who finds what', () => {
  it(
    'holds every kind to its audience, for every role',
    rolledBack(async (tx) => {
      const { actors, requesterId, garden } = await cast(tx);
      const published = (['article', 'question', 'release', 'event', 'resource'] as const).flatMap((kind) =>
        (['public', 'customers', 'agents'] as const).map((audience) =>
          makeDocument({ kind, key: audience, audience, title: 'Ornithorynque' }),
        ),
      );
      const rows = (['incident', 'theme'] as const).map((kind) =>
        makeDocument({ kind, key: 'public', title: 'Ornithorynque' }),
      );
      await makeIndex(tx, [...published, ...rows]);
      const ticket = await makeTicket(tx, { requesterId, organisationId: garden, subject: 'Ornithorynque perdu' });
      await indexRow('request', String(ticket.number));
      const audiences = (kinds: readonly string[]) => ({
        ...Object.fromEntries(['article', 'question', 'release', 'event', 'resource'].map((kind) => [kind, kinds])),
        incident: ['public'],
        theme: ['public'],
        request: [] as string[],
      });
      const own = { request: [String(ticket.number)] };
      const expected: Record<string, Record<string, readonly string[]>> = {
        visitor: audiences(['public']),
        'manager of the organisation': { ...audiences(['customers', 'public']), ...own },
        requester: { ...audiences(['customers', 'public']), ...own },
        stranger: audiences(['customers', 'public']),
        agent: { ...audiences(['agents', 'customers', 'public']), ...own },
        editor: audiences(['agents', 'customers', 'public']),
        admin: { ...audiences(['agents', 'customers', 'public']), ...own },
        system: { ...audiences(['public']), ...own },
      };
      for (const [name, actor] of Object.entries(actors)) {
        const { hits, facets } = await find(callBy(actor), { query: 'ornithorynque', locale: 'fr', limit: 50 });
        const found = Object.fromEntries(
          SEARCH_KINDS.map((kind) => [
            kind,
            hits
              .filter((hit) => hit.kind === kind)
              .map(({ key }) => key)
              .sort(),
          ]),
        );
        expect({ name, found }).toEqual({ name, found: expected[name] });
        const counts = Object.fromEntries(SEARCH_KINDS.map((kind) => [kind, found[kind]?.length]));
        expect({ name, facets }).toEqual({ name, facets: counts });
        const suggested = await suggest(callBy(actor), { query: 'ornitho', locale: 'fr', limit: 10 });
        for (const hit of suggested.hits)
          expect(expected[name]?.[hit.kind as SearchKind], `${name} ${hit.kind}`).toContain(hit.key);
      }
    }),
  );

  it(
    'finds the requests that the row rule shows, and no others',
    rolledBack(async (tx) => {
      const { actors, requesterId, strangerId, garden } = await cast(tx);
      await makeIndex(tx, []);
      const tickets = [
        await makeTicket(tx, { requesterId, organisationId: garden, subject: 'Quetzal en vol' }),
        await makeTicket(tx, { requesterId, subject: 'Quetzal au nid' }),
        await makeTicket(tx, { requesterId: strangerId, subject: 'Quetzal blessé' }),
      ];
      for (const { number } of tickets) await indexRow('request', String(number));
      for (const [name, actor] of Object.entries(actors)) {
        const visible = [];
        for (const { number } of tickets) {
          const shown = await visibleTicket(tx, actor, number).catch(() => null);
          if (shown) visible.push(`request ${number}`);
        }
        expect({ name, found: await keysOf(actor, 'quetzal') }).toEqual({ name, found: visible.sort() });
      }
    }),
  );

  it(
    'shows nobody what the row rule no longer shows, even while the index is behind',
    rolledBack(async (tx) => {
      const { actors, requesterId, strangerId } = await cast(tx);
      const ticket = await makeTicket(tx, { requesterId, subject: 'Quetzal en vol' });
      await makeIndex(tx, []);
      await indexRow('request', String(ticket.number));
      const { stranger, requester } = actors;
      if (!stranger || !requester) throw new Error('the cast is incomplete');
      expect(await keysOf(requester, 'quetzal')).toHaveLength(1);
      const { tickets } = await import('@/db/tickets/schema');
      await tx.update(tickets).set({ requesterId: strangerId });
      expect(await keysOf(requester, 'quetzal')).toEqual([]);
      expect(await keysOf(stranger, 'quetzal')).toHaveLength(1);
    }),
  );

  it(
    'leaves out notes among staff, and never proposes a word of a request',
    rolledBack(async (tx) => {
      const { actors, requesterId } = await cast(tx);
      await makeIndex(tx, [makeDocument({ kind: 'article', key: 'a', title: 'Cotisations' })]);
      const ticket = await makeTicket(tx, { requesterId, subject: 'Affaire Zwingelstein' });
      const at = new Date();
      await makeMessage(tx, ticket, { authorId: null, at, body: 'client difficile', visibility: 'internal' });
      await indexRow('request', String(ticket.number));
      const { requester, agent } = actors;
      if (!requester || !agent) throw new Error('the cast is incomplete');
      expect(await keysOf(requester, 'difficile')).toEqual([]);
      expect(await keysOf(agent, 'zwingelstein')).toHaveLength(1);
      expect((await find(callBy(VISITOR), { query: 'zwingelstien', locale: 'fr' })).correction).toBeNull();
      expect((await find(callBy(agent), { query: 'zwingelstien', locale: 'fr' })).correction).toBeNull();
      expect((await find(callBy(VISITOR), { query: 'cotisatoins', locale: 'fr' })).correction).toBe('cotisations');
    }),
  );
});

describe('what is found', () => {
  it(
    'leads into the section that answers, one hit for each document',
    rolledBack(async (tx) => {
      await makeIndex(tx, [
        makeDocument({
          kind: 'article',
          key: 'recus',
          title: 'Éditer les reçus fiscaux',
          href: '/fr/help/comptabilite/recus',
          sections: [
            { heading: null, anchor: null, body: 'Un reçu permet à un donateur de déduire son don.' },
            { heading: 'Annuler un reçu', anchor: 'annuler', body: 'Le nouveau renvoie à celui qu’il remplace.' },
          ],
        }),
        makeDocument({
          kind: 'article',
          key: 'banque',
          title: 'Rapprocher la banque',
          body: 'Le relevé, ligne à ligne.',
        }),
      ]);
      const { hits, total } = await find(callBy(VISITOR), { query: 'comment annuler et remplacer ?', locale: 'fr' });
      expect(total).toBe(1);
      expect(hits).toMatchObject([
        { key: 'recus', section: 'Annuler un reçu', href: '/fr/help/comptabilite/recus#annuler' },
      ]);
      expect(hits[0]?.excerpt.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['remplace']);
      const whole = await find(callBy(VISITOR), { query: 'recus fiscaux', locale: 'fr' });
      expect(whole.hits).toMatchObject([{ key: 'recus', section: null, href: '/fr/help/comptabilite/recus' }]);
    }),
  );

  it(
    'follows what happens to a row, in the index that answers and in the one being built',
    rolledBack(async (tx) => {
      await makeIndex(tx, []);
      const now = new Date();
      const incident = await insertIncident(tx, {
        title: { fr: 'Les imports prennent du retard', en: 'Imports run late' },
        status: 'investigating',
        impact: 'minor',
        startedAt: now,
        createdAt: now,
        updatedAt: now,
      });
      const say = (fr: string) =>
        insertUpdate(tx, {
          incidentId: incident.id,
          status: 'investigating',
          impact: 'minor',
          body: { fr },
          createdAt: now,
          displayAt: now,
        });
      await say('Nous cherchons la panne.');
      await indexRow('incident', incident.id);
      expect(await keysOf(VISITOR, 'panne')).toEqual([`incident ${incident.id}`]);
      await say('Un disque est remplacé.');
      await indexRow('incident', incident.id);
      await indexRow('incident', incident.id);
      expect(await keysOf(VISITOR, 'disque')).toEqual([`incident ${incident.id}`]);
      expect((await find(callBy(VISITOR), { query: 'panne', locale: 'fr' })).facets.incident).toBe(1);
      expect(incidentDocuments(await incidentById(tx, incident.id)).map(({ locale }) => locale)).toEqual(['fr', 'en']);
      await indexRow('incident', '00000000-0000-4000-8000-000000000000');
    }),
  );

  it(
    'answers nothing without an index, and nothing for nothing',
    rolledBack(async (tx) => {
      expect(await find(callBy(VISITOR), { query: 'import' })).toMatchObject({ available: false, hits: [] });
      await makeIndex(tx, [makeDocument({ kind: 'article', key: 'a', title: 'Importer' })]);
      expect(await find(callBy(VISITOR), { query: '  ' })).toMatchObject({ available: true, hits: [], total: 0 });
      for (const query of ['%', "'; drop table x", '\0', '🙂', 'a'.repeat(200), '"'.repeat(50)])
        expect(await find(callBy(VISITOR), { query })).toMatchObject({ available: true });
    }),
  );

  it(
    'turns pages',
    rolledBack(async (tx) => {
      await makeIndex(
        tx,
        Array.from({ length: 45 }, (_, at) => makeDocument({ kind: 'article', key: `a${at}`, title: `Import ${at}` })),
      );
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const answer = await find(callBy(VISITOR), { query: 'import', cursor });
        expect(answer.total).toBe(45);
        for (const { key } of answer.hits) seen.add(key);
        cursor = answer.nextCursor ?? undefined;
      } while (cursor);
      expect(seen.size).toBe(45);
    }),
  );

  it(
    'turns no page beyond the farthest, and offers none there',
    rolledBack(async (tx) => {
      const title = (at: number) => `Import ${at}`;
      await makeIndex(
        tx,
        Array.from({ length: 1_060 }, (_, at) => makeDocument({ kind: 'article', key: `a${at}`, title: title(at) })),
      );
      const last = await find(callBy(VISITOR), { query: 'import', cursor: '1000' });
      expect([last.total, last.hits.length, last.nextCursor]).toEqual([1_060, 20, null]);
      const beyond = await find(callBy(VISITOR), { query: 'import', cursor: '1020' });
      expect(beyond.hits).toEqual(last.hits);
      expect((await find(callBy(VISITOR), { query: 'import', cursor: '980' })).nextCursor).toBe('1000');
    }),
  );
});

describe('what is written in the other language alone', () => {
  const texts = [
    makeDocument({
      ...{ kind: 'article', key: 'meeting', title: 'Préparer une assemblée générale', alone: true },
      body: 'Compter les présents, vérifier le quorum. Une fois en train de voter, noter les procurations.',
    }),
    makeDocument({
      ...{ kind: 'article', key: 'proxies', title: 'Voter par procuration', alone: true, audience: 'customers' },
      body: 'Une procuration par adhérent.',
    }),
    makeDocument({ kind: 'article', key: 'import', title: 'Importer', body: 'Un fichier sans quorum.' }),
    makeDocument({ kind: 'article', key: 'import', locale: 'en', title: 'Import', body: 'A file without a quorum.' }),
  ];
  const search = async (query: string, locale: 'fr' | 'en', actor: Actor = VISITOR) => {
    const { hits, total, facets } = await find(callBy(actor), { query, locale });
    expect([total, facets.article]).toEqual([hits.length, hits.length]);
    const narrowed = await find(callBy(actor), { query, locale, kind: 'article' });
    expect(narrowed.hits).toEqual(hits);
    return hits.map((hit) => `${hit.key} ${hit.locale}`);
  };
  const customer = async (tx: Tx): Promise<Actor> => actorOf(await makeUser(tx, {}));

  it(
    'is found by readers of both, once, and behind what says the same in the language of the reader',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('quorum', 'en')).toEqual(['import en', 'meeting fr']);
      expect((await search('quorum', 'fr')).sort()).toEqual(['import fr', 'meeting fr']);
      // Words that say nothing in French are no words of the question, though English does not know them.
      expect(await search('comment préparer une assemblée générale', 'en')).toEqual(['meeting fr']);
      expect(await search('assemblées', 'en')).toEqual(['meeting fr']);
      const suggested = await suggest(callBy(VISITOR), { query: 'assembl', locale: 'en' });
      expect(suggested.hits.map(({ key, locale }) => `${key} ${locale}`)).toEqual(['meeting fr']);
    }),
  );

  it(
    'is nothing to a question that only shares a word that looks alike',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('book a train ticket', 'en')).toEqual([]);
      expect(await search('train voter cards quickly', 'en')).toEqual([]);
    }),
  );

  it(
    'is held to its audience',
    rolledBack(async (tx) => {
      await makeIndex(tx, texts);
      expect(await search('procuration', 'en')).toEqual(['meeting fr']);
      expect((await search('procuration', 'en', await customer(tx))).sort()).toEqual(['meeting fr', 'proxies fr']);
    }),
  );

  it(
    'is found by its own readers only once there is a translation',
    rolledBack(async (tx) => {
      const id = await makeIndex(tx, texts);
      const [meeting] = texts;
      if (!meeting) throw new Error('the texts are incomplete');
      const { alone: _, ...translated } = meeting;
      await writeDocuments(tx, id, [{ ...translated, hash: 'translated' }]);
      forgetKnownIndex();
      expect(await search('quorum', 'en')).toEqual(['import en']);
      expect((await search('quorum', 'fr')).sort()).toEqual(['import fr', 'meeting fr']);
    }),
  );
});
