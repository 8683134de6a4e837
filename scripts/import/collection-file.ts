import { parse, parseDocument, stringify } from 'yaml';
import type { Section } from './plan';

export type CollectionDraft = { slug: string; title: string; description: string; order: number };

/** The sections that a collection file names, by slug. */
export const sectionsIn = (text: string): ReadonlyMap<string, string> => {
  const { sections = [] } = (parse(text) ?? {}) as { sections?: Section[] };
  return new Map(sections.map(({ slug, title }) => [slug, title]));
};

/** The collection file with these sections: a new one, or the present one with those it lacks at its end. */
export const collectionFile = (
  present: string | null,
  draft: CollectionDraft,
  sections: readonly Section[],
): string => {
  if (present === null) {
    const { slug, title, description, order } = draft;
    return stringify({ key: slug, title, description, icon: 'book-open', order, sections }, { lineWidth: 0 });
  }
  const known = sectionsIn(present);
  const missing = sections.filter(({ slug }) => !known.has(slug)).map(({ slug, title }) => ({ slug, title }));
  if (missing.length === 0) return present;
  const document = parseDocument(present);
  for (const section of missing) document.addIn(['sections'], document.createNode(section));
  return document.toString({ lineWidth: 0 });
};
