import type { Reader } from '@/db/client';
import { type FoundDocument, foundDocuments, type IndexState } from '@/db/search/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf, worksOnTickets } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import {
  NO_FACETS,
  SEARCH_KINDS,
  SEARCH_LIMITS,
  type SearchAnswer,
  type SearchFacets,
  type SearchHit,
  type SearchKind,
} from '@/domain/search/answer';
import { excerptOf, type Marks } from '@/domain/search/excerpt';
import { type Ranked, rank } from '@/domain/search/ranking';
import { articleByKey, pathOf, shelfOf } from '../kernel/content';
import { databaseIsAway } from '../kernel/database-away';
import { log } from '../kernel/log';
import { type Gathered, gather } from './gather';
import { knownIndex } from './known';
import { numbersOf } from './numbers';
import { POOLS, rankedKinds, type Scope, scopeOf } from './scope';

/** What is searched, and how much of what is found is wanted. */
export type Wanted = {
  query: string;
  locale: Locale;
  kind?: SearchKind | undefined;
  offset: number;
  limit: number;
  /** Whether the query is still being typed. */
  typing: boolean;
};

/**
 * What a hit is worth by its kind: answers before what tells of them (guides and terms of the glossary among it), and
 * both before single cases. Chosen on the tuning half of `bench/relevance`.
 */
const PRIORS: Record<SearchKind, number> = {
  article: 1,
  question: 1,
  resource: 0.7,
  incident: 0.8,
  release: 0.8,
  theme: 0.75,
  idea: 0.65,
  event: 0.75,
  request: 0.7,
};

/** What an article is worth that is not written in the reader's language: behind what says the same in theirs. */
const OTHER_LANGUAGE = 0.5;

const RANKED_PRIORS: readonly number[] = [1, OTHER_LANGUAGE].flatMap((worth) =>
  SEARCH_KINDS.map((kind) => PRIORS[kind] * worth),
);

const EMPTY = { correction: null, hits: [], total: 0, facets: NO_FACETS, nextCursor: null };

const requestHref = (actor: Actor, locale: Locale, number: string): string =>
  `/${locale}/${worksOnTickets(granteeOf(actor)) ? 'desk' : 'requests'}/${number}`;

/**
 * Where a document is for a reader of a language: an article that stands in for its translation is among the collections of theirs.
 * Null once there is a translation, which is found by itself.
 */
const placeOf = (actor: Actor, locale: Locale, found: FoundDocument): Pick<FoundDocument, 'href' | 'trail'> | null => {
  const { kind, key } = found;
  if (kind === 'request') return { href: requestHref(actor, locale, key), trail: found.trail };
  if (kind !== 'article' || found.locale === locale) return found;
  const here = articleByKey(locale, key, audiencesOf(granteeOf(actor)));
  if (!here) return found;
  return here.original ? { href: pathOf(here), trail: shelfOf(here) } : null;
};

const hitOf = (actor: Actor, locale: Locale, found: FoundDocument, hit: Ranked, marks: Marks): SearchHit | null => {
  const { kind, key, title, heading, anchor, at } = found;
  const inSection = hit.section !== null && heading !== null;
  const place = placeOf(actor, locale, found);
  if (!place) return null;
  const { href: page, trail } = place;
  return {
    kind,
    key,
    locale: found.locale,
    href: inSection && anchor && !page.includes('#') ? `${page}#${anchor}` : page,
    title,
    section: inSection ? heading : null,
    trail,
    excerpt: excerptOf(found.body, marks, found.locale),
    at: at?.toISOString() ?? null,
  };
};

const facetsOf = (counts: readonly number[]): SearchFacets =>
  Object.fromEntries(
    SEARCH_KINDS.map((kind) => [kind, rankedKinds(kind).reduce((sum, ranked) => sum + (counts[ranked] ?? 0), 0)]),
  ) as SearchFacets;

const rankGathered = (gathered: Gathered, scope: Scope, state: IndexState, { kind, offset, limit }: Wanted) => {
  const { slots, lists, requests } = gathered;
  const [request] = rankedKinds('request');
  return rank(slots, lists, scope.parts, {
    limit: offset + limit,
    priors: RANKED_PRIORS,
    only: kind && rankedKinds(kind),
    shown: requests ? { kind: request, documents: requests } : undefined,
    answers: POOLS.published,
    foreign: POOLS.otherLanguage,
    base: state.firstDocument,
    span: state.lastDocument - state.firstDocument + 1,
  });
};

const searchIndex = async (db: Reader, actor: Actor, wanted: Wanted): Promise<SearchAnswer> => {
  const { query, locale, kind, offset, limit, typing } = wanted;
  const { state, synonyms } = await knownIndex(db);
  if (!state) return { available: false, query, ...EMPTY };
  const scope = scopeOf(actor, locale, state);
  const gathered = await gather({ db, actor, state, scope, typing }, query, synonyms[locale]);
  const { hits: ranked, counts } = rankGathered(gathered, scope, state, wanted);
  const page = ranked.slice(offset, offset + limit);
  const found = await foundDocuments(
    db,
    actor,
    scope.audiences,
    page.map(({ document, excerptSection }) => ({ document, section: excerptSection })),
  );
  const marks: Marks = {
    terms: new Set(gathered.slots.flatMap(({ alternatives }) => alternatives.map(({ term }) => term))),
    prefix: gathered.prefix,
  };
  const rankedOf = new Map(page.map((hit) => [hit.document, hit]));
  const facets = facetsOf(counts);
  const next = offset + limit;
  const total = kind ? facets[kind] : Object.values(facets).reduce((sum, count) => sum + count, 0);
  return {
    available: true,
    query,
    correction: gathered.correction,
    hits: found.flatMap((document) => {
      const hit = rankedOf.get(document.id);
      return (hit && hitOf(actor, locale, document, hit, marks)) ?? [];
    }),
    total,
    facets,
    nextCursor: next < total && next <= SEARCH_LIMITS.farthest ? String(next) : null,
  };
};

/** The numbers of the requests that the words find and the actor may see, best first; none while there is no index. */
export const rankRequests = async (
  db: Reader,
  actor: Actor,
  { query, locale, limit }: Pick<Wanted, 'query' | 'locale' | 'limit'>,
): Promise<number[]> => {
  const { state, synonyms } = await knownIndex(db);
  if (!state || query === '') return [];
  const scope = scopeOf(actor, locale, state);
  const gathered = await gather({ db, actor, state, scope, typing: false }, query, synonyms[locale]);
  const wanted: Wanted = { query, locale, kind: 'request', offset: 0, limit, typing: false };
  const { hits } = rankGathered(gathered, scope, state, wanted);
  return numbersOf(
    db,
    state,
    hits.map(({ document }) => document),
  );
};

/** A page of what an actor may see and the words find, best first; not `available` while the database is away. */
export const search = async (db: Reader, actor: Actor, wanted: Wanted): Promise<SearchAnswer> => {
  const { query } = wanted;
  if (query === '') return { available: true, query, ...EMPTY };
  try {
    return await searchIndex(db, actor, wanted);
  } catch (error) {
    if (!databaseIsAway(error)) throw error;
    log.warn('search has no answer while the database is away', { error });
    return { available: false, query, ...EMPTY };
  }
};
