import 'server-only';
import { getTranslations } from 'next-intl/server';
import { placesFor } from '@/app/_components/search/hit-place';
import type { Locale } from '@/domain/people/locale';
import type { SearchHit, SearchKind } from '@/domain/search/answer';
import type { FoundAnswer } from '@/domain/search/found-answers';
import { type CustomerState, STATUS_RULES } from '@/domain/tickets/status';
import type { createCaller } from '@/server/root';

type Api = ReturnType<typeof createCaller>;

/** What answers by being read; running incidents and one's own requests are asked for by themselves. */
const READ: readonly SearchKind[] = ['article', 'question', 'resource'];
/** As many of each as fit beside a form. */
const MOST = { read: 4, incidents: 2, requests: 2, ideas: 4 } as const;
const CANDIDATES = 10;
const OPEN_STATES: readonly CustomerState[] = ['open', 'waiting'];

const runningIncidents = async (api: Api, query: string, locale: Locale): Promise<SearchHit[]> => {
  const { hits } = await api.search.find({ query, locale, kind: 'incident', limit: CANDIDATES });
  if (hits.length === 0) return [];
  const { running } = await api.incidents.status({});
  return hits.filter((hit) => running.some((incident) => incident.id === hit.key)).slice(0, MOST.incidents);
};

const ownRequests = async (api: Api, query: string, locale: Locale): Promise<SearchHit[]> => {
  const { hits } = await api.search.find({ query, locale, kind: 'request', limit: CANDIDATES });
  if (hits.length === 0) return [];
  // Asked for by number: an open request may be older than a page of others.
  const { tickets } = await api.tickets.list({ numbers: hits.map(({ key }) => Number(key)) });
  const open = new Set(
    tickets
      .filter(({ status }) => OPEN_STATES.includes(STATUS_RULES[status].customerState))
      .map(({ number }) => String(number)),
  );
  return hits.filter((hit) => open.has(hit.key)).slice(0, MOST.requests);
};

/** What is being written, by whom, and whether it is a request, one that becomes an idea, or an idea. */
type Asked = { subject: string; locale: Locale; signedIn: boolean; about?: 'request' | 'suggestion' | 'idea' };

/** Ideas that are like the one that is being written. */
const similarIdeas = async (api: Api, query: string, locale: Locale): Promise<SearchHit[]> => {
  const { hits } = await api.search.find({ query, locale, kind: 'idea', limit: MOST.ideas });
  return [...hits];
};

/**
 * What may answer a request before it is sent: running incidents that match its subject, the reader's own open requests,
 * then what one can read about it. Empty while the search is away: the form does not need it.
 */
export const answersFor = async (
  api: Api,
  { subject, locale, signedIn, about = 'request' }: Asked,
): Promise<FoundAnswer[]> => {
  const t = await getTranslations({ locale, namespace: 'search.kind' });
  const place = await placesFor(locale);
  const query = subject.trim().slice(0, 200);
  if (!query) return [];
  const [incidents, requests, ideas, { hits }] = await Promise.all([
    about === 'idea' ? [] : runningIncidents(api, query, locale),
    signedIn && about !== 'idea' ? ownRequests(api, query, locale) : [],
    about === 'request' ? [] : similarIdeas(api, query, locale),
    api.search.suggest({ query, locale, limit: CANDIDATES }),
  ]);
  const read = hits.filter((hit) => READ.includes(hit.kind)).slice(0, about === 'idea' ? 2 : MOST.read);
  return [...incidents, ...requests, ...ideas, ...read].map((hit, index) => ({
    kind: hit.kind,
    label: t(hit.kind),
    title: hit.title,
    place: place(hit),
    ...(hit.locale === locale ? {} : { lang: hit.locale }),
    href: hit.href,
    rank: index + 1,
  }));
};
