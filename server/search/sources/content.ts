import { LOCALES, type Locale } from '@/domain/people/locale';
import type { SearchKind } from '@/domain/search/answer';
import { ENGINE_VERSION, type IndexDocument, type SearchRef } from '@/domain/search/documents';
import { bodyOf, everyEntry, pathOf, type SearchableEntry, shelfOf, standsIn } from '../../kernel/content';
import { sectionsOf } from '../sections';

/** The kinds that are written as content. */
export const CONTENT_KINDS = [
  'article',
  'question',
  'release',
  'event',
  'resource',
] as const satisfies readonly SearchKind[];

/** A document that can be indexed; its body is read only when it has changed. */
export type PendingDocument = SearchRef & { hash: string; load: () => Promise<IndexDocument> };

type Facts = Pick<IndexDocument, 'kind' | 'title' | 'keywords' | 'at'> & { lead: string; trail: readonly string[] };

const midday = (day: string): Date => new Date(`${day}T12:00:00Z`);

const categoryTrail = (locale: Locale, folder: string): string[] => {
  const category = everyEntry(locale, 'faqCategory').find(({ slug }) => slug === folder);
  return category ? [category.title] : [];
};

const factsOf = (entry: SearchableEntry): Facts => {
  switch (entry.type) {
    case 'article':
      return {
        kind: 'article',
        title: entry.title,
        keywords: entry.keywords,
        lead: entry.lead,
        at: midday(entry.changedOn),
        trail: shelfOf(entry),
      };
    case 'faqQuestion':
      return {
        kind: 'question',
        title: entry.question,
        keywords: [],
        lead: '',
        at: null,
        trail: categoryTrail(entry.locale, entry.folder),
      };
    case 'releaseNote':
      return {
        kind: 'release',
        title: entry.title,
        keywords: [entry.version],
        lead: entry.summary,
        at: midday(entry.date),
        trail: [entry.version],
      };
    case 'event':
      return {
        kind: 'event',
        title: entry.title,
        keywords: [entry.place],
        lead: entry.summary,
        at: midday(entry.startsAt.slice(0, 10)),
        trail: [],
      };
    case 'resource':
      return {
        kind: 'resource',
        title: entry.title,
        keywords: [],
        lead: entry.summary,
        at: midday(entry.date),
        trail: [],
      };
    case 'glossaryTerm':
      return {
        kind: 'resource',
        title: entry.term,
        keywords: entry.aliases,
        lead: entry.definition,
        at: null,
        trail: [],
      };
  }
};

const pending = (entry: SearchableEntry): PendingDocument => {
  const { lead, ...facts } = factsOf(entry);
  const href = pathOf(entry);
  const { locale } = entry;
  const audience = 'audience' in entry ? entry.audience : 'public';
  // Terms of the glossary stand among the resources, and have keys of their own.
  const key = entry.type === 'glossaryTerm' ? `term-${entry.key}` : entry.key;
  const alone = entry.type === 'article' && standsIn(entry);
  const hash = [ENGINE_VERSION, entry.hash, href, ...facts.trail, ...(alone ? ['alone'] : [])].join(' ');
  return {
    kind: facts.kind,
    key,
    locale,
    hash,
    load: async () => ({
      ...facts,
      key,
      locale,
      audience,
      href,
      hash,
      ticketId: null,
      ...(alone ? { alone } : {}),
      sections: sectionsOf(await bodyOf(entry), lead),
    }),
  };
};

/** All published documents of all audiences, to be indexed with the audience each has. */
export const contentDocuments = (): PendingDocument[] =>
  LOCALES.flatMap((locale) =>
    (['article', 'faqQuestion', 'releaseNote', 'event', 'resource', 'glossaryTerm'] as const).flatMap((type) =>
      everyEntry(locale, type).map((entry) => pending(entry as SearchableEntry)),
    ),
  );
