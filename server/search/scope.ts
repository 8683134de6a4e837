import type { IndexState } from '@/db/search/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf, worksOnTickets } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { SEARCH_KINDS, type SearchKind } from '@/domain/search/answer';
import type { SearchAudience } from '@/domain/search/documents';
import type { Part } from '@/domain/search/weighing';

/**
 * Requests, and what is written in the other language alone, are told apart from what is published in the language of the search when it
 * is asked which words are rare.
 */
export const POOLS = { published: 0, requests: 1, otherLanguage: 2 } as const;

/** Kinds as the ranking numbers them: in the language of the search, then the same again in the other one. */
export const rankedKinds = (kind: SearchKind): readonly [own: number, otherLanguage: number] => {
  const own = SEARCH_KINDS.indexOf(kind);
  return [own, own + SEARCH_KINDS.length];
};

/** What of the index an actor may see. */
export type Scope = {
  locale: Locale;
  /** Whose documents: audiences of content, and `parties` for who may have requests. */
  audiences: readonly SearchAudience[];
  parts: readonly Part[];
  /** The parts that hold requests. */
  requestParts: readonly number[];
  /** The parts that hold what stands in for missing translations, and the language it is written in; null where nothing does. */
  otherLanguage: { locale: Locale; parts: readonly number[] } | null;
  /** Whether all requests are this actor's to see, so that rows need not be asked one by one. */
  seesAllRequests: boolean;
};

/**
 * The parts of the index an actor may search in a language: the audiences they belong to, in the other language what is not written in
 * this one, and requests in any.
 */
export const scopeOf = (actor: Actor, locale: Locale, { parts }: IndexState): Scope => {
  const grantee = granteeOf(actor);
  const audiences: SearchAudience[] = [
    ...audiencesOf(grantee),
    ...(actor.kind === 'visitor' ? [] : ['parties' as const]),
  ];
  const own = parts.filter(
    (part) =>
      part.documents > 0 &&
      audiences.includes(part.audience) &&
      (part.locale === locale || part.alone || part.audience === 'parties'),
  );
  const foreign = own.filter((part) => part.locale !== locale && part.audience !== 'parties');
  const written = foreign[0]?.locale;
  return {
    locale,
    audiences,
    parts: own.map((part): Part => {
      const isForeign = foreign.includes(part);
      const published = isForeign ? POOLS.otherLanguage : POOLS.published;
      return {
        id: part.id,
        documents: part.documents,
        kind: rankedKinds(part.kind)[isForeign ? 1 : 0],
        pool: part.audience === 'parties' ? POOLS.requests : published,
      };
    }),
    requestParts: own.filter(({ audience }) => audience === 'parties').map(({ id }) => id),
    otherLanguage: written ? { locale: written, parts: foreign.map(({ id }) => id) } : null,
    seesAllRequests: actor.kind === 'system' || worksOnTickets(grantee),
  };
};
