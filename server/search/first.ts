import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { NO_FACETS, type SearchAnswer, type SearchKind } from '@/domain/search/answer';
import { searchContent } from '../kernel/content';

type Wanted = {
  query: string;
  locale: Locale;
  kind?: SearchKind | undefined;
  cursor?: string | undefined;
  limit: number;
};

const KINDS = { article: 'article', faq: 'question', note: 'release', event: 'event' } as const;
const MOST = 200;

/** A page of what the words of a query find in content, until the index in the database answers. */
export const answerOf = (actor: Actor, { query, locale, kind, cursor, limit }: Wanted): SearchAnswer => {
  const found = query ? searchContent(locale, query, audiencesOf(granteeOf(actor)), MOST) : [];
  const all = found.map((hit) => ({
    kind: KINDS[hit.kind],
    key: hit.href,
    locale,
    href: hit.href,
    title: hit.title,
    section: null,
    trail: [],
    excerpt: hit.parts.map(({ text, hit: marked }) => ({ text, marked })),
    at: null,
  }));
  const facets = { ...NO_FACETS };
  for (const hit of all) facets[hit.kind] += 1;
  const wanted = all.filter((hit) => !kind || hit.kind === kind);
  const from = Number(cursor ?? 0) || 0;
  const hits = wanted.slice(from, from + limit);
  const next = from + limit;
  return {
    available: true,
    query,
    correction: null,
    hits,
    total: wanted.length,
    facets,
    nextCursor: next < wanted.length ? String(next) : null,
  };
};
