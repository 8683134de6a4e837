import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { indexBuilder } from '@/db/search/build';
import { makeDocument } from '@/db/search/factory';
import { beginGeneration, promoteGeneration } from '@/db/search/generations';
import { removeDocuments, writeDocuments } from '@/db/search/write';
import { rolledBack } from '@/db/testing/rolled-back';
import type { Actor } from '@/domain/access/actor';
import type { IndexDocument } from '@/domain/search/documents';
import { decodePostings } from '@/domain/search/postings';
import { callBy } from '../testing/call';
import { find } from './find';
import { suggest } from './suggest';

const VISITOR: Actor = { kind: 'visitor' };

const TEXTS = [
  ['Importer vos adhérents', 'Déposez un fichier. Les colonnes sont reconnues.'],
  ['Exporter vos adhérents', 'Un fichier est préparé puis téléchargé.'],
  ['Éditer les reçus fiscaux', 'Les dons de l’année donnent droit à un reçu.'],
] as const;

const documents = (): IndexDocument[] =>
  TEXTS.map(([title, body], at) =>
    makeDocument({ kind: 'article', key: `a${at}`, title, body, audience: at === 2 ? 'customers' : 'public' }),
  );

/** What an index holds, told by names rather than numbers. */
const heldBy = async (tx: Tx, generation: number) => {
  const postings = await tx.execute<{ audience: string; term: string; documents: number; data: Uint8Array }>(sql`
    select p.audience, s.term, s.documents, s.data from search_postings s join search_parts p on p.id = s.part
    where p.generation = ${generation} order by 1, 2`);
  const rows = await tx.execute<{ id: number; key: string }>(
    sql`select id, key from search_documents where generation = ${generation}`,
  );
  const keyOf = new Map(rows.map(({ id, key }) => [id, key]));
  return {
    postings: postings.map(({ data, ...row }) => ({
      ...row,
      entries: decodePostings(data).map((entry) => ({ ...entry, document: keyOf.get(entry.document) })),
    })),
    words: await tx.execute(sql`
      select locale, audience, word, term, shown, documents, keys from search_words
      where generation = ${generation} order by 1, 2, 3`),
    parts: await tx.execute(sql`
      select kind, locale, audience, documents from search_parts where generation = ${generation} order by 1, 2, 3`),
    sections: await tx.execute(sql`
      select d.key, s.position, s.heading, s.body from search_sections s join search_documents d on d.id = s.document_id
      where d.generation = ${generation} order by 1, 2`),
  };
};

const built = async (tx: Tx, batches: readonly (readonly IndexDocument[])[]): Promise<number> => {
  const { id } = await beginGeneration(tx);
  const builder = indexBuilder(id);
  for (const batch of batches) await builder.add(tx, batch);
  await builder.flush(tx);
  await builder.finish(tx);
  await promoteGeneration(tx, id);
  return id;
};

describe('an index built at once', () => {
  it(
    'holds the same as one that documents were written to',
    rolledBack(async (tx) => {
      const { id: written } = await beginGeneration(tx);
      await writeDocuments(tx, written, documents());
      await promoteGeneration(tx, written);
      const [first, ...others] = documents();
      if (!first) throw new Error('there are no documents');
      const built1 = await built(tx, [[first], others]);
      expect(await heldBy(tx, built1)).toEqual(await heldBy(tx, written));
    }),
  );

  it(
    'leaves alone what reached it meanwhile, and forgets words whose last document went',
    rolledBack(async (tx) => {
      const { id } = await beginGeneration(tx);
      const builder = indexBuilder(id);
      const [first, second, third] = documents();
      if (!first || !second || !third) throw new Error('there are no documents');
      await builder.add(tx, [first]);
      await builder.flush(tx);
      // A job of its own: the first is taken back, the second has another text already.
      await removeDocuments(tx, id, [first]);
      await writeDocuments(tx, id, [{ ...second, title: 'Exporter la compta', hash: 'newer' }]);
      await builder.add(tx, [second, third]);
      await builder.finish(tx);
      const { words, parts } = await heldBy(tx, id);
      const known = words.map(({ word }) => word);
      expect(known).toContain('compta');
      expect(known).not.toContain('importer');
      expect(parts.map(({ documents: held }) => held)).toEqual([1, 1]);
    }),
  );
});

describe('words half typed', () => {
  it(
    'stand for the most used words that begin so, however many do',
    rolledBack(async (tx) => {
      const many = Array.from({ length: 260 }, (_, at) =>
        makeDocument({ kind: 'article', key: `rare${at}`, title: `cola${at.toString(36)}x` }),
      );
      const used = Array.from({ length: 3 }, (_, at) =>
        makeDocument({ kind: 'article', key: `used${at}`, title: `Compte ${at}` }),
      );
      const id = await built(tx, [[...many, ...used]]);
      const rows = await tx.execute<{ beginning: string; terms: string[]; documents: number[] }>(
        sql`select beginning, terms, documents from search_beginnings where generation = ${id} order by length(beginning)`,
      );
      expect(rows.map(({ beginning }) => beginning)).toEqual(['co', 'col', 'cola']);
      expect(rows[0]?.terms).toHaveLength(32);
      expect([rows[0]?.terms[0], rows[0]?.documents[0]]).toEqual(['compt', 3]);
      const hits = async (query: string) =>
        (await suggest(callBy(VISITOR), { query, locale: 'fr', limit: 10 })).hits.map(({ key }) => key);
      expect(await hits('co')).toEqual(expect.arrayContaining(['used0', 'used1', 'used2']));
      expect((await hits('com')).sort()).toEqual(['used0', 'used1', 'used2']);
      expect((await find(callBy(VISITOR), { query: 'com', locale: 'fr' })).total).toBe(3);
    }),
  );
});
