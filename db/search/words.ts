import { sql } from 'drizzle-orm';
import type { Analysis } from '@/domain/search/analysis';
import type { SearchAudience, SearchRef } from '@/domain/search/documents';
import { deletionKeys, SHORTEST_CORRECTED } from '@/domain/search/spelling';
import type { Tx } from '../client';
import { asRows } from './rows';
import { searchBeginnings, searchGenerations, searchWords } from './schema';

/** A word of an audience's documents, and by how many documents more or fewer it is held now. */
type WordChange = {
  locale: SearchRef['locale'];
  audience: SearchAudience;
  word: string;
  term: string;
  shown: string;
  change: number;
};

/** What people wrote in requests is never proposed to anybody, so slips are not put right to it. */
const keysOf = ({ audience, word }: WordChange): string[] =>
  audience !== 'parties' && word.length >= SHORTEST_CORRECTED && !/\d/.test(word) ? deletionKeys(word) : [];

/** Adds up by how many documents more or fewer each word is held. */
export const wordCounter = () => {
  /** By language and audience, then by word. */
  const changes = new Map<string, Map<string, WordChange>>();
  const changesOf = (name: string): Map<string, WordChange> => {
    const known = changes.get(name) ?? new Map<string, WordChange>();
    changes.set(name, known);
    return known;
  };
  return {
    count(locale: SearchRef['locale'], audience: SearchAudience, { words }: Analysis, by: 1 | -1): void {
      const byWord = changesOf(`${locale} ${audience}`);
      for (const [word, { term, shown }] of words) {
        const known = byWord.get(word);
        if (known) known.change += by;
        else byWord.set(word, { locale, audience, word, term, shown, change: by });
      }
    },
    size: (): number => [...changes.values()].reduce((sum, byWord) => sum + byWord.size, 0),
    /** What was added up so far, in one order, so that two writers never wait for each other; begins anew. */
    take(): WordChange[] {
      const taken = [...changes.values()].flatMap((byWord) => [...byWord.values()]);
      changes.clear();
      return taken.filter(({ change }) => change !== 0).sort((a, b) => (a.word < b.word ? -1 : 1));
    },
  };
};

/** So many words are handed over at once. */
const WORDS_AT_ONCE = 10_000;

const addWords = async (tx: Tx, generation: number, changes: readonly WordChange[]): Promise<void> => {
  const rows = changes.map((change) => ({ ...change, keys: keysOf(change) }));
  await tx.execute(sql`
    insert into ${searchWords} (generation, locale, audience, word, term, shown, documents, keys)
    select ${generation}, locale, audience, word, term, shown, change, array(select jsonb_array_elements_text(keys))
    from jsonb_to_recordset(${asRows(rows)})
      as r(locale text, audience text, word text, term text, shown text, change int, keys jsonb)
    on conflict (generation, locale, audience, word) do update
      set documents = ${searchWords.documents} + excluded.documents`);
};

/**
 * Keeps the words of an index and in how many documents each stands. While an index is being built its counts come in
 * any order, so words that nothing holds stay until `dropUnusedWords`.
 */
export const countWords = async (tx: Tx, generation: number, changes: readonly WordChange[]): Promise<void> => {
  for (let at = 0; at < changes.length; at += WORDS_AT_ONCE)
    await addWords(tx, generation, changes.slice(at, at + WORDS_AT_ONCE));
  const fewer = changes.filter(({ change }) => change < 0);
  if (fewer.length === 0) return;
  await tx.execute(sql`
    delete from ${searchWords} w
    using jsonb_to_recordset(${asRows(fewer)}) as r(locale text, audience text, word text), ${searchGenerations} g
    where w.generation = ${generation} and w.locale = r.locale and w.audience = r.audience
      and w.word = r.word and w.documents <= 0 and g.id = w.generation and g.state <> 'building'`);
};

/** Removes the words that no document of an index holds any more. */
export const dropUnusedWords = async (tx: Tx, generation: number): Promise<void> => {
  await tx.execute(sql`delete from ${searchWords} where generation = ${generation} and documents <= 0`);
};

/** Fewer words of one beginning are read one by one. */
const MANY_WORDS = 200;
/** Of more, so many terms are kept. */
const MOST_KEPT = 32;
/** Shorter beginnings are not looked for. */
const SHORTEST = 2;

/** Keeps the most used terms of each beginning of this length that many words share; answers for how many that was. */
const fillLength = async (tx: Tx, generation: number, length: number): Promise<number> => {
  // What few words begin with, few begin with one letter more.
  const longer = sql`join ${searchBeginnings} b on b.generation = w.generation and b.locale = w.locale
    and b.audience = w.audience and b.beginning = left(w.word, ${length - 1}::int)`;
  const rows = await tx.execute(sql`
    insert into ${searchBeginnings} (generation, locale, audience, beginning, terms, documents)
    select ${generation}, locale, audience, beginning,
      array_agg(term order by place), array_agg(documents::int order by place)
    from (
      select locale, audience, beginning, term, documents,
        row_number() over (partition by locale, audience, beginning order by documents desc, term) as place,
        sum(words) over (partition by locale, audience, beginning) as together
      from (
        select w.locale, w.audience, left(w.word, ${length}::int) as beginning, w.term,
          sum(w.documents) as documents, count(*) as words
        from ${searchWords} w ${length > SHORTEST ? longer : sql``}
        where w.generation = ${generation} and length(w.word) >= ${length}::int
        group by 1, 2, 3, 4
      ) terms
    ) ranked
    where together > ${MANY_WORDS} and place <= ${MOST_KEPT}
    group by locale, audience, beginning
    returning 1`);
  return rows.length;
};

/**
 * Works out the most used words of each beginning that very many words share. Which these are changes slowly, so it is
 * done once an index is built, after a large change and each night, not with every document.
 */
export const fillBeginnings = async (tx: Tx, generation: number): Promise<void> => {
  await tx.execute(sql`delete from ${searchBeginnings} where generation = ${generation}`);
  for (let length = SHORTEST; (await fillLength(tx, generation, length)) > 0; length += 1);
};
