import type { IndexState } from '@/db/search/queries';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { audiencesOf, worksOnTickets } from '@/domain/access/grants';
import type { Locale } from '@/domain/people/locale';
import { SEARCH_KINDS } from '@/domain/search/answer';
import type { SearchAudience } from '@/domain/search/documents';
import type { Part } from '@/domain/search/weighing';

/** Requests are told apart from what is published when it is asked which words are rare. */
export const POOLS = { published: 0, requests: 1 } as const;

/** What of the index an actor may see. */
export type Scope = {
  locale: Locale;
  /** Whose documents: audiences of content, and `parties` for who may have requests. */
  audiences: readonly SearchAudience[];
  parts: readonly Part[];
  /** The parts that hold requests. */
  requestParts: readonly number[];
  /** Whether all requests are this actor's to see, so that rows need not be asked one by one. */
  seesAllRequests: boolean;
};

/** The parts of the index an actor may search in a language: the audiences they belong to, and requests in any language. */
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
      (part.locale === locale || part.audience === 'parties'),
  );
  return {
    locale,
    audiences,
    parts: own.map(({ id, kind, audience, documents }) => ({
      id,
      documents,
      kind: SEARCH_KINDS.indexOf(kind),
      pool: audience === 'parties' ? POOLS.requests : POOLS.published,
    })),
    requestParts: own.filter(({ audience }) => audience === 'parties').map(({ id }) => id),
    seesAllRequests: actor.kind === 'system' || worksOnTickets(grantee),
  };
};
