import { describe, expect, it } from 'vitest';
import { incidentById, insertIncident, insertUpdate } from '@/db/incidents/queries';
import { makeDocument, makeIndex } from '@/db/search/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { callBy } from '../testing/call';
import { find } from './find';
import { indexRow } from './keep';
import { incidentDocuments } from './sources/incidents';
import { keysOf, VISITOR } from './testing';

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
