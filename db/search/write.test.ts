import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { decodePostings } from '@/domain/search/postings';
import type { Tx } from '../client';
import { rolledBack } from '../testing/rolled-back';
import { makeDocument, makeIndex } from './factory';
import { searchParts, searchPostings, searchWords } from './schema';
import { writeDocuments } from './write';

type Row = { term: string; place: string; documents: number; data: Uint8Array };

const rowsOf = async (tx: Tx, generation: number): Promise<Row[]> => [
  ...(await tx.execute<Row>(sql`
    select term, ctid::text as place, documents, data from ${searchPostings}
    where part in (select id from ${searchParts} where generation = ${generation}) order by term`)),
];

/** What each term does, by the keys of its documents: numbers differ between two indexes. */
const contentOf = async (tx: Tx, generation: number) => {
  const keys = await tx.execute<{ id: number; key: string }>(
    sql`select id, key from search_documents where generation = ${generation}`,
  );
  const keyOf = new Map(keys.map(({ id, key }) => [id, key]));
  const terms = (await rowsOf(tx, generation)).map(({ term, documents, data }) => ({
    term,
    documents,
    uses: decodePostings(data)
      .map(({ document, ...use }) => ({ key: keyOf.get(document), ...use }))
      .sort((a, b) => String(a.key).localeCompare(String(b.key))),
  }));
  const words = await tx.execute(
    sql`select word, documents from ${searchWords} where generation = ${generation} and documents > 0 order by word`,
  );
  return { terms, words: [...words] };
};

const letter = (key: string, body: string) => makeDocument({ kind: 'article', key, body, hash: body });

describe('a document that changed', () => {
  it(
    'leaves alone what it is found by as before, takes out what it says no longer, and adds what it says now',
    rolledBack(async (tx) => {
      const generation = await makeIndex(tx, [letter('one', 'quetzal harfang'), letter('two', 'quetzal')]);
      const before = new Map((await rowsOf(tx, generation)).map(({ term, place }) => [term, place]));
      await writeDocuments(tx, generation, [letter('one', 'quetzal toucan')]);
      const after = new Map((await rowsOf(tx, generation)).map(({ term, place }) => [term, place]));
      expect([...before.keys()].filter((term) => !after.has(term))).toEqual(['harfang']);
      expect([...after.keys()].filter((term) => !before.has(term))).toEqual(['toucan']);
      // Postgres writes a row that changes at another place.
      for (const [term, place] of before) if (term !== 'harfang') expect(after.get(term)).toBe(place);
    }),
  );

  it(
    'is in the end in the index as in one that was made anew',
    rolledBack(async (tx) => {
      const birds = ['quetzal', 'ibis', 'toucan', 'jabiru', 'harfang', 'lagopède', 'bernache', 'macareux'];
      const said = (seed: number): string =>
        Array.from({ length: 3 + (seed % 190) }, (_, at) => birds[(seed * 7 + at * at) % birds.length]).join(' ');
      const changed = await makeIndex(tx, [letter('one', said(1)), letter('two', said(2)), letter('three', said(3))]);
      for (let seed = 4; seed < 40; seed += 1) {
        await writeDocuments(tx, changed, [letter(['one', 'two', 'three'][seed % 3] ?? 'one', said(seed * 31))]);
      }
      const now = await contentOf(tx, changed);
      const last = [37, 38, 39].map((seed) => letter(['one', 'two', 'three'][seed % 3] ?? 'one', said(seed * 31)));
      const anew = await contentOf(tx, await makeIndex(tx, last));
      expect(now).toEqual(anew);
      expect(now.terms.length).toBeGreaterThan(birds.length);
    }),
  );
});
