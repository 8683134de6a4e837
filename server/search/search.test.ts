import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { makeDocument, makeIndex } from '@/db/search/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeMessage, makeTicket } from '@/db/tickets/factory';
import { visibleTicket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { SEARCH_KINDS, type SearchKind } from '@/domain/search/answer';
import { callBy } from '../testing/call';
import { find } from './find';
import { indexRow } from './keep';
import { suggest } from './suggest';
import { keysOf, VISITOR } from './testing';

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
      const rows = (['incident', 'theme', 'idea'] as const).map((kind) =>
        makeDocument({ kind, key: 'public', title: 'Ornithorynque' }),
      );
      await makeIndex(tx, [...published, ...rows]);
      const ticket = await makeTicket(tx, { requesterId, organisationId: garden, subject: 'Ornithorynque perdu' });
      await indexRow('request', String(ticket.number));
      const audiences = (kinds: readonly string[]) => ({
        ...Object.fromEntries(['article', 'question', 'release', 'event', 'resource'].map((kind) => [kind, kinds])),
        incident: ['public'],
        theme: ['public'],
        idea: ['public'],
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
