import 'server-only';
import { createHmac, randomBytes } from 'node:crypto';
import { headers } from 'next/headers';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi, visitorApi } from '@/app/_trpc/server';
import { tellUnkeptSearch } from '@/app/_trpc/unkept';
import type { Locale } from '@/domain/people/locale';
import { NO_FACETS, type SearchAnswer, type SearchKind } from '@/domain/search/answer';

/** What is asked of the results page. */
export type SearchQuestion = {
  query: string;
  kind?: SearchKind | undefined;
  cursor?: string | undefined;
};

/** What the results page shows; `busy` when somebody asks faster than people do. */
export type SearchOutcome = SearchAnswer & { busy: boolean };

const none = (query: string, state: { available: boolean; busy: boolean }): SearchOutcome => ({
  ...state,
  query,
  correction: null,
  hits: [],
  total: 0,
  facets: NO_FACETS,
  nextCursor: null,
});

/** While the database is away nobody can be known: everybody is answered as a visitor, who may see less, never more. */
const readerApi = async (locale: Locale) => {
  try {
    return await serverApi(locale);
  } catch {
    return visitorApi(locale, await headers());
  }
};

/** Searches for the reader of this page. Never rejects: what cannot be answered is a state of the page. */
export const loadSearch = async (locale: Locale, question: SearchQuestion): Promise<SearchOutcome> => {
  try {
    const api = await readerApi(locale);
    return { ...(await api.search.find({ ...question, locale })), busy: false };
  } catch (error) {
    const refusal = refusalBehind(error);
    // A cursor or a length that we never gave: as good as nothing found.
    if (refusal?.code === 'invalid') return none(question.query, { available: true, busy: false });
    return none(question.query, { available: refusal?.code === 'too-many', busy: refusal?.code === 'too-many' });
  }
};

const WINDOW_MS = 600_000;
/** Lives as long as this process: no name can be traced back to whom it was made of. */
const SECRET = randomBytes(32);

/** A name for this reader's query, the same when the page is shown again within ten minutes: it is one search. */
const nameOf = (headers: Headers, parts: readonly string[], now: number): string => {
  const window = Math.floor(now / WINDOW_MS);
  const reader = [headers.get('x-forwarded-for') ?? '', headers.get('user-agent') ?? '', String(window)];
  const hex = createHmac('sha256', SECRET)
    .update(JSON.stringify([...reader, ...parts]))
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

const keep = async (locale: Locale, name: string, { query, total }: SearchOutcome): Promise<void> => {
  const api = await readerApi(locale);
  await api.search.record({ query: name, words: query, locale, results: total, surface: 'page' });
};

/**
 * Keeps the query of this page without waiting for it, and answers the name under which clicks on its results are told.
 * A facet or a further page is the same search again. One that cannot be kept is told in the log and lost.
 */
export const noteSearch = (
  locale: Locale,
  headers: Headers,
  question: SearchQuestion,
  outcome: SearchOutcome,
): string => {
  const name = nameOf(headers, [locale, question.query.toLowerCase()], Date.now());
  if (outcome.available && !outcome.busy && !question.kind && !question.cursor) {
    void keep(locale, name, outcome).catch(tellUnkeptSearch);
  }
  return name;
};
