import type { Reader } from '@/db/client';
import {
  type IndexState,
  type PostingRow,
  postingsOf,
  termsBeginning,
  visibleRequests,
  wordsNear,
} from '@/db/search/queries';
import type { Actor } from '@/domain/access/actor';
import { correctQuery, FACTORS, onceEach, parseQuery, type SynonymGroup } from '@/domain/search/query';
import type { PostingList, Slot } from '@/domain/search/ranking';
import { type Meant, meantBy, searchKeys, slipsAllowed } from '@/domain/search/spelling';
import type { Scope } from './scope';

/** A word half typed stands for so many of the most used that begin so. */
const MOST_BEGINNINGS = 16;
const SHORTEST_BEGINNING = 2;
/** A word that only so few requests hold may be a slip of the pen all the same. */
const RARE_IN_REQUESTS = 2;

/** All that the ranking needs of the index for one query. */
export type Gathered = {
  slots: readonly Slot[];
  lists: readonly PostingList[];
  /** The numbers of the requests that may be shown; null when all may. */
  requests: ReadonlySet<number> | null;
  correction: string | null;
  /** The beginning of a word that was looked for; marked in excerpts. */
  prefix: string | null;
};

type Search = { db: Reader; actor: Actor; state: IndexState; scope: Scope };

/** Reads the entries of some terms: all of what is published, and of requests those that the actor may see. */
const reader = async ({ db, actor, state, scope }: Search) => {
  const { requestParts, seesAllRequests } = scope;
  const restricted = requestParts.length > 0 && !seesAllRequests;
  const visible = restricted ? await visibleRequests(db, actor, state.generation) : [];
  const open = scope.parts.map(({ id }) => id).filter((id) => !restricted || !requestParts.includes(id));
  const partOf = new Map(scope.parts.map((part) => [part.id, part]));
  const asLists = (rows: readonly PostingRow[]): PostingList[] =>
    rows.flatMap(({ part: id, term, documents, data }) => {
      const part = partOf.get(id);
      return part ? [{ part, term, documents, bytes: data }] : [];
    });
  const read = async (terms: readonly string[]): Promise<PostingList[]> => {
    const [published, own] = await Promise.all([
      postingsOf(db, open, terms),
      restricted ? postingsOf(db, requestParts, terms, visible) : [],
    ]);
    return [...asLists(published), ...asLists(own)];
  };
  return { read, requests: restricted ? new Set(visible) : null };
};

const isHeld = ({ alternatives }: Slot, lists: readonly PostingList[]): boolean => {
  const terms = new Set(alternatives.map(({ term }) => term));
  let inRequests = 0;
  for (const { term, part, documents } of lists) {
    if (!terms.has(term)) continue;
    if (part.pool === 0) return true;
    inRequests += documents;
  }
  return inRequests > RARE_IN_REQUESTS;
};

const beginning = async ({ db, state, scope }: Search, prefix: string): Promise<string[]> => {
  if (prefix.length < SHORTEST_BEGINNING) return [];
  const { locale, audiences } = scope;
  return termsBeginning(db, { generation: state.generation, locale, audiences }, prefix, MOST_BEGINNINGS);
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

const withMore = (slot: Slot, terms: readonly string[], factor: number): Slot => ({
  ...slot,
  alternatives: onceEach([...slot.alternatives, ...terms.map((term) => ({ term, factor }))]),
});

/**
 * Reads what the index holds of a query. While it is typed its last word may be the beginning of others. A word that
 * nothing holds is first taken for a beginning, then for a slip of the pen.
 */
export const gather = async (
  search: Search,
  query: string,
  synonyms: readonly SynonymGroup[],
  typing: boolean,
): Promise<Gathered> => {
  const { scope } = search;
  const parsed = parseQuery(query, scope.locale, synonyms, scope.requestParts.length > 0);
  const { read, requests } = await reader(search);
  let slots = [...parsed.slots];
  const last = slots.findIndex(({ word }) => word === parsed.unfinished);
  let prefix: string | null = null;
  const complete = async (): Promise<void> => {
    const slot = slots[last];
    const terms = slot ? await beginning(search, slot.word) : [];
    if (!slot || terms.length === 0) return;
    prefix = slot.word;
    slots[last] = withMore(slot, terms, FACTORS.prefix);
  };
  if (typing && last >= 0) await complete();
  const termsOf = (some: readonly Slot[]) => some.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
  const asked = new Set(termsOf(slots));
  const lists = await read([...asked]);
  let unknown = slots.filter((slot) => !isHeld(slot, lists));
  if (unknown.length === 0) return { slots, lists, requests, correction: null, prefix };
  if (!typing && unknown.some(({ word }) => word === slots[last]?.word)) {
    await complete();
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
  const more = [...new Set(termsOf(slots))].filter((term) => !asked.has(term));
  return {
    slots,
    lists: [...lists, ...(await read(more))],
    requests,
    correction: meant.size > 0 ? correctQuery(query, parsed.words, meant) : null,
    prefix,
  };
};

const parseTerms = (shown: string, { locale }: Scope): string[] =>
  parseQuery(shown, locale, [], false).slots.flatMap(({ alternatives }) => alternatives.map(({ term }) => term));
