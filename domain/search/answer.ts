import type { Locale } from '../people/locale';

/** What can be found: the parts of the product, each a facet of the results. */
export const SEARCH_KINDS = [
  'article',
  'question',
  'release',
  'event',
  'resource',
  'incident',
  'theme',
  'idea',
  'request',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Narrows a stored value to a kind. */
export const isSearchKind = (value: string): value is SearchKind => SEARCH_KINDS.some((kind) => kind === value);

/** A piece of an excerpt; `marked` are the words that were looked for. */
export type ExcerptPart = { text: string; marked: boolean };

/** A result: one document, told through its best section. */
export type SearchHit = {
  kind: SearchKind;
  /** Names the document among those of its kind: a content key, an incident's id, a theme's key, a request's number. */
  key: string;
  /** The language it is written in: that of the search, but for requests and for articles that stand in for a missing translation. */
  locale: Locale;
  /** Path with the language, and with the anchor of the section where the hit is in one. */
  href: string;
  title: string;
  /** The heading of the section the hit is in; `null` when it is the document as a whole. */
  section: string | null;
  /** Where it belongs, outermost first: collection and section of an article, category of a question. */
  trail: readonly string[];
  excerpt: readonly ExcerptPart[];
  /** When it was last changed, happened or was active, ISO 8601; `null` where no date matters. */
  at: string | null;
};

/** How many documents of each kind were found, whatever kind was asked for. */
export type SearchFacets = Readonly<Record<SearchKind, number>>;

/** A page of results. */
export type SearchAnswer = {
  /** False while nothing can be searched (the database is away, or the index was never built); then there are no hits. */
  available: boolean;
  /** What was searched for, as typed. */
  query: string;
  /** The query with its slips of the pen put right, where it was searched for in this form; else `null`. */
  correction: string | null;
  hits: readonly SearchHit[];
  /** How many documents there are in all, of the kind asked for. */
  total: number;
  facets: SearchFacets;
  /** Asks for the next page; `null` on the last one. */
  nextCursor: string | null;
};

/** Bounds of what may be asked. */
export const SEARCH_LIMITS = {
  query: 200,
  page: 20,
  maxPage: 50,
  suggestions: 6,
  maxSuggestions: 10,
  /** No page begins beyond so many results: a question that is answered there is asked in other words. */
  farthest: 1_000,
} as const;

/** How many results stand before the page that a cursor asks for; none for what is no cursor. */
export const resultsBefore = (cursor: string | undefined): number => {
  const before = Number(cursor ?? 0);
  return Number.isInteger(before) && before > 0 ? Math.min(before, SEARCH_LIMITS.farthest) : 0;
};

/** No document of any kind. */
export const NO_FACETS: SearchFacets = {
  article: 0,
  question: 0,
  release: 0,
  event: 0,
  resource: 0,
  incident: 0,
  theme: 0,
  idea: 0,
  request: 0,
};
