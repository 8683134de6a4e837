import { type CollectionPage, pathOf } from '@/server/kernel/content';

/** From here on a collection is read section by section: its page would otherwise weigh more than any article. */
const LARGE = 120;
/** Articles on one page of a section. */
const ON_A_PAGE = 50;

/** Whether a collection is too long for one page. */
export const isLarge = (collection: CollectionPage): boolean => collection.count > LARGE;

/** The address of a section of a large collection, or of one of its later pages. */
export const sectionPath = (collection: CollectionPage, section: string, page = 1): string =>
  `${pathOf(collection)}/sections/${section}${page > 1 ? `/${page}` : ''}`;

/** A page of a section of a large collection. */
export type SectionPage = {
  collection: CollectionPage;
  section: CollectionPage['sections'][number];
  page: number;
  pages: number;
};

/** The page of a section, counted from 1; null where there is none, or where the collection is read in one piece. */
export const sectionPage = (collection: CollectionPage, slug: string, page: number): SectionPage | null => {
  const section = collection.sections.find((candidate) => candidate.slug === slug);
  if (!section || !isLarge(collection)) return null;
  const pages = Math.ceil(section.articles.length / ON_A_PAGE);
  if (!Number.isInteger(page) || page < 1 || page > pages) return null;
  const articles = section.articles.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE);
  return { collection, section: { ...section, articles }, page, pages };
};
