import type { Locale } from '@/domain/people/locale';
import { ANONYMOUS, type Audiences, type WithBody, withBody, withTerms } from './reading';
import type { GlossaryTermEntry, ResourceEntry } from './snapshot';
import { currentStore } from './store';

/** The guides, files and videos of a language, newest first. */
export const resources = (locale: Locale, audiences: Audiences = ANONYMOUS): ResourceEntry[] =>
  currentStore()
    .list(locale, 'resource')
    .filter((entry) => audiences.includes(entry.audience))
    .sort((a, b) => (a.date === b.date ? (a.path < b.path ? -1 : 1) : b.date < a.date ? -1 : 1));

/** One resource with its text, or null when there is none or this reader may not see it. */
export const resource = async (
  locale: Locale,
  slug: string,
  audiences: Audiences = ANONYMOUS,
): Promise<WithBody<ResourceEntry> | null> => {
  const entry = resources(locale, audiences).find((candidate) => candidate.slug === slug);
  return entry ? withTerms(await withBody(entry)) : null;
};

/** The glossary of a language with what is said of each term, in the order of its alphabet. */
export const glossary = async (locale: Locale): Promise<WithBody<GlossaryTermEntry>[]> => {
  const { compare } = new Intl.Collator(locale);
  const terms = [...currentStore().list(locale, 'glossaryTerm')].sort((a, b) => compare(a.term, b.term));
  return Promise.all(terms.map(withBody));
};

/** How many terms the glossary of a language has. */
export const glossarySize = (locale: Locale): number => currentStore().list(locale, 'glossaryTerm').length;

/** A term by its slug, without its text; null when it has gone meanwhile. */
export const glossaryTerm = (locale: Locale, slug: string): GlossaryTermEntry | null =>
  currentStore()
    .list(locale, 'glossaryTerm')
    .find((term) => term.slug === slug) ?? null;
