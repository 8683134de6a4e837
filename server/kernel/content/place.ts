import { isLocale, type Locale } from '@/domain/people/locale';
import type { ContentType } from './front-matter';

/** What a path says of a content file: its kind, language, slug and the folder (collection, category) it lies in. */
export type Place = { type: ContentType; locale: Locale; slug: string; folder: string | null };

const SHAPES: readonly (readonly [shape: RegExp, type: ContentType])[] = [
  [/^articles\/(?<folder>[^/]+)\/_collection\.yml$/, 'collection'],
  [/^articles\/(?<folder>[^/]+)\/(?<slug>[^/_][^/]*)\.mdx?$/, 'article'],
  [/^faq\/(?<folder>[^/]+)\/_category\.yml$/, 'faqCategory'],
  [/^faq\/(?<folder>[^/]+)\/(?<slug>[^/_][^/]*)\.mdx?$/, 'faqQuestion'],
  [/^news\/(?<slug>[^/_][^/]*)\.mdx?$/, 'releaseNote'],
  [/^events\/(?<slug>[^/_][^/]*)\.mdx?$/, 'event'],
  [/^resources\/(?<slug>[^/_][^/]*)\.mdx?$/, 'resource'],
  [/^glossary\/(?<slug>[^/_][^/]*)\.mdx?$/, 'glossaryTerm'],
];

/** Reads the place of a file from its path below the content folder (`fr/articles/…`), or null when it has none. */
export const placeOf = (path: string): Place | null => {
  const [locale, ...rest] = path.split('/');
  if (!isLocale(locale)) return null;
  const within = rest.join('/');
  for (const [shape, type] of SHAPES) {
    const groups = shape.exec(within)?.groups;
    if (!groups) continue;
    const folder = groups.folder ?? null;
    return { type, locale, folder, slug: groups.slug ?? folder ?? '' };
  }
  return null;
};
