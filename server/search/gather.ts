import type { Reader } from '@/db/client';
import {
  ALL_DOCUMENTS,
  type IndexState,
  type Lookup,
  type PostingRow,
  postingsOf,
  termsBeginning,
  wordsNear,
} from '@/db/search/queries';
import type { Actor } from '@/domain/access/actor';
import type { Locale } from '@/domain/people/locale';
import { ENGINE_VERSION } from '@/domain/search/documents';
import { listsOfPhrases } from '@/domain/search/phrases';
import { correctQuery, FACTORS, onceEach, parseQuery, type SynonymGroup } from '@/domain/search/query';
import { type Meant, meantBy, searchKeys, slipsAllowed } from '@/domain/search/spelling';
import type { PostingList, Slot } from '@/domain/search/weighing';
import { isStopWord } from '@/domain/search/words';
import { POOLS, type Scope } from './scope';
import { visibleFor } from './visible';

/** A word half typed stands for so many of the most used that begin so: two letters tell too little to be worth many. */
const MOST_BEGINNINGS = 16;
const MOST_OF_TWO_LETTERS = 6;
const SHORTEST_BEGINNING = 2;
/** A word that only so few requests hold may be a slip of the pen all the same. */
const RARE_IN_REQUESTS = 2;

/** All that the ranking needs of the index for one query. */
export type Gathered = {
  slots: readonly Slot[];
  lists: readonly PostingList[];
  /** The numbers of the requests that may be shown; null when all may. */
  requests: readonly number[] | null;
  correction: string | null;
  /** The beginning of a word that was looked for; marked in excerpts. */
  prefix: string | null;
};

type Search = { db: Reader; actor: Actor; state: IndexState; scope: Scope; typing: boolean };

/**
 * While a query is being typed, requests are looked through from the newest on: of those that hold a word so many, of
 * those that hold what it may become so many for each, and of one's own so many. The page of results looks through all.
 */
const WHILE_TYPING = { word: 20_000, beginning: 2_000, own: 500 } as const;

/** The terms to read: those of words, and those that a word half typed may become. */
type Terms = { terms: readonly string[]; beginnings: readonly string[] };
/** And those to be read only in what may be written in the other language. */
type AllTerms = Terms & { foreign: Terms };

const termsOf = (slots: readonly Slot[], isForeign = false): string[] => [
  ...new Set(
    slots.flatMap(({ alternatives }) =>
      alternatives.filter(({ foreign = false }) => foreign === isForeign).flatMap(({ term, all = [term] }) => all),
    ),
  ),
];

/** Reads the entries of some terms: all of what is published, and of requests those that the actor may see. */
const reader = ({ db, actor, state, scope, typing }: Search) => {
  const { requestParts, otherLanguage, seesAllRequests } = scope;
  const restricted = requestParts.length > 0 && !seesAllRequests;
  // Asked for at once and awaited where it is needed, which may be never.
  const visible = restricted ? visibleFor(db, actor, state) : null;
  visible?.catch(() => undefined);
  const foreign = otherLanguage?.parts ?? [];
  const published = scope.parts.map(({ id }) => id).filter((id) => ![...requestParts, ...foreign].includes(id));
  const partOf = new Map(scope.parts.map((part) => [part.id, part]));
  const lookups = (
    parts: readonly number[],
    { terms, beginnings }: Terms,
    most: Record<keyof Terms, number>,
  ): Lookup[] =>
    parts.flatMap((part) => [
      ...terms.map((term) => ({ part, term, most: most.terms })),
      ...beginnings.map((term) => ({ part, term, most: most.beginnings })),
    ]);
  const all = { terms: ALL_DOCUMENTS, beginnings: ALL_DOCUMENTS };
  const newest = typing ? { terms: WHILE_TYPING.word, beginnings: WHILE_TYPING.beginning } : all;
  const own = async (terms: Terms): Promise<PostingRow[]> => {
    const numbers = (await visible) ?? [];
    const among = typing ? numbers.slice(0, WHILE_TYPING.own) : numbers;
    // An index made another way may have blocks of another size.
    return postingsOf(db, lookups(requestParts, terms, all), state.engine === ENGINE_VERSION ? among : undefined);
  };
  const read = async ({ foreign: other, ...terms }: AllTerms): Promise<PostingList[]> => {
    const any = [...new Set([...terms.terms, ...other.terms])];
    const requests = { ...terms, terms: any };
    const open = [
      ...lookups(published, terms, all),
      ...lookups(foreign, { terms: [...new Set([...any, ...other.beginnings])], beginnings: [] }, all),
      ...(restricted ? [] : lookups(requestParts, requests, newest)),
    ];
    const rows = await Promise.all([postingsOf(db, open), restricted ? own(requests) : []]);
    return rows.flat().flatMap(({ part: id, term, documents, data }) => {
      const part = partOf.get(id);
      return part ? [{ part, term, documents, bytes: data }] : [];
    });
  };
  return { read, visible };
};

/** Whether a word stands anywhere that it may be looked for in. */
const isHeld = ({ alternatives }: Slot, lists: readonly PostingList[]): boolean => {
  const terms = new Set(alternatives.map(({ term }) => term));
  let inRequests = 0;
  for (const { term, part, documents } of lists) {
    if (!terms.has(term)) continue;
    if (part.pool !== POOLS.requests) return true;
    inRequests += documents;
  }
  return inRequests > RARE_IN_REQUESTS;
};

const beginning = async ({ db, state, scope }: Search, prefix: string, locale: Locale): Promise<string[]> => {
  if (prefix.length < SHORTEST_BEGINNING) return [];
  const { audiences } = scope;
  const most = prefix.length === SHORTEST_BEGINNING ? MOST_OF_TWO_LETTERS : MOST_BEGINNINGS;
  return termsBeginning(db, { generation: state.generation, locale, audiences }, prefix, most);
};

/** What was meant by words that nothing holds: only words of published texts are proposed, never of requests. */
const meanings = async ({ db, state, scope }: Search, words: readonly string[]): Promise<Map<string, Meant>> => {
  const audiences = scope.audiences.filter((audience) => audience !== 'parties');
  const meant = new Map<string, Meant>();
  const asked = words.filter((word) => slipsAllowed(word.length) > 0 && !/\d/.test(word));
  const look = async (word: string): Promise<void> => {
    const near = await wordsNear(
      db,
      { generation: state.generation, locale: scope.locale, audiences },
      searchKeys(word),
    );
    const best = meantBy(word, near);
    if (best) meant.set(word, best);
  };
  await Promise.all(asked.map(look));
  return meant;
};

const withMore = (slot: Slot, terms: readonly string[], factor: number, foreign = false): Slot => ({
  ...slot,
  alternatives: onceEach([
    ...slot.alternatives,
    ...terms.map((term) => ({ term, factor, ...(foreign ? { foreign: true as const } : {}) })),
  ]),
});

/** The words of a query; those that say nothing in the other language say nothing of what is written in it. */
const parse = (query: string, { locale, requestParts, otherLanguage }: Scope, synonyms: readonly SynonymGroup[]) => {
  const parsed = parseQuery(query, locale, synonyms, requestParts.length > 0 || otherLanguage !== null);
  const slots = parsed.slots.map((slot): Slot => {
    const isEmpty = otherLanguage !== null && isStopWord(slot.word, otherLanguage.locale);
    return isEmpty ? { ...slot, emptyIn: [POOLS.otherLanguage] } : slot;
  });
  return { ...parsed, slots };
};

/**
 * Reads what the index holds of a query. While it is typed its last word may be the beginning of others. A word that
 * nothing holds is first taken for a beginning, then for a slip of the pen.
 */
export const gather = async (search: Search, query: string, synonyms: readonly SynonymGroup[]): Promise<Gathered> => {
  const { scope, typing } = search;
  const parsed = parse(query, scope, synonyms);
  const { read, visible } = reader(search);
  const terms = termsOf(parsed.slots);
  const foreign = termsOf(parsed.slots, true);
  const last = parsed.slots.find(({ word }) => word === parsed.unfinished);
  let prefix: string | null = null;
  const complete = async (known: readonly string[]): Promise<Completed> => {
    if (!last) return NOTHING;
    const [own, other] = await Promise.all([
      beginning(search, last.word, scope.locale),
      scope.otherLanguage ? beginning(search, last.word, scope.otherLanguage.locale) : [],
    ]);
    if (own.length + other.length > 0) prefix = last.word;
    const isNew = (term: string): boolean => !known.includes(term);
    return { own: own.filter(isNew), other: other.filter(isNew) };
  };
  let beginnings = typing ? await complete(terms) : NOTHING;
  const completed = (some: readonly Slot[]): Slot[] =>
    some.map((slot) => {
      if (slot.word !== last?.word) return slot;
      return withMore(withMore(slot, beginnings.own, FACTORS.prefix), beginnings.other, FACTORS.prefix, true);
    });
  let slots = completed(parsed.slots);
  const lists = await read({
    terms,
    beginnings: beginnings.own,
    foreign: { terms: foreign, beginnings: beginnings.other },
  });
  lists.push(...listsOfPhrases(slots, lists));
  let unknown = slots.filter((slot) => !isHeld(slot, lists));
  const done = async (correction: string | null): Promise<Gathered> => ({
    slots,
    lists,
    requests: await visible,
    correction,
    prefix,
  });
  if (unknown.length === 0) return done(null);
  if (!typing && unknown.some(({ word }) => word === last?.word)) {
    beginnings = await complete(terms);
    slots = completed(slots);
    if (prefix !== null) unknown = unknown.filter(({ word }) => word !== prefix);
  }
  const meant = await meanings(
    search,
    unknown.map(({ word }) => word),
  );
  slots = slots.map((slot) => {
    const best = meant.get(slot.word);
    return best ? withMore(slot, parseTerms(best.shown, scope), best.sureness) : slot;
  });
  const asked = new Set([...terms, ...foreign, ...(typing ? [...beginnings.own, ...beginnings.other] : [])]);
  const isNew = (term: string): boolean => !asked.has(term);
  const more = { terms: termsOf(slots).filter(isNew), beginnings: [] };
  const moreForeign = { terms: termsOf(slots, true).filter(isNew), beginnings: [] };
  lists.push(...(await read({ ...more, foreign: moreForeign })));
  return done(meant.size > 0 ? correctQuery(query, parsed.words, meant) : null);
};

/** The terms that a word half typed may become: in the language of the search, and in the other one alone. */
type Completed = { own: readonly string[]; other: readonly string[] };

const NOTHING: Completed = { own: [], other: [] };

const parseTerms = (shown: string, { locale }: Scope): string[] =>
  parseQuery(shown, locale, [], false).slots.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
