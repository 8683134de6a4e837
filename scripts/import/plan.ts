import { posix } from 'node:path';
import { hyphenated } from '@/domain/articles/anchors';
import type { Locale } from '@/domain/people/locale';
import type { Losses } from './losses';
import { inWords, isIndex, type SourcePage, type SourceTree, withoutNumber } from './source-tree';

/** Where a page will stand with us. */
export type Placement = { slug: string; section: string; order: number; path: string; address: string };

export type Section = { slug: string; title: string };

export type Plan = { sections: readonly Section[]; places: ReadonlyMap<string, Placement> };

export type PlanSettings = {
  locale: Locale;
  collection: string;
  /** Slugs that pages of an earlier run have, by the page's path. */
  former: ReadonlyMap<string, string>;
  /** Slugs of articles that stand in the collection and did not come from here. */
  taken: ReadonlySet<string>;
  /** Sections that the collection has, by slug. */
  sections: ReadonlyMap<string, string>;
};

/** Plain letters for addresses and keys. */
export const plainName = (text: string): string => hyphenated(text.replace(/ß/gi, 'ss'));

const GENERAL: Readonly<Record<Locale, Section>> = {
  fr: { slug: 'general', title: 'Général' },
  en: { slug: 'general', title: 'General' },
};

/** A folder's title with those above it, so that two folders `api` are told apart. */
const sectionOf = (folder: string, tree: SourceTree, locale: Locale): Section => {
  if (folder === '.') return GENERAL[locale];
  const parts = folder.split('/');
  const titles = parts.map((part, at) => tree.folders.get(parts.slice(0, at + 1).join('/')) ?? inWords(part));
  const slug = parts.map((part) => plainName(withoutNumber(part)) || 'x').join('-');
  return { slug, title: titles.join(' – ').replace(/\s+/g, ' ').trim() || slug };
};

const ownName = ({ path }: SourcePage): string => {
  const folder = posix.dirname(path);
  const name = isIndex(path)
    ? folder === '.'
      ? 'introduction'
      : posix.basename(folder)
    : posix.basename(path).replace(/\.\w+$/, '');
  return plainName(withoutNumber(name)) || 'page';
};

/** The slugs a page may get, best first: its name, with its folders, then numbered. */
function* wishes(page: SourcePage): Generator<string> {
  const name = ownName(page);
  yield name;
  const folders = posix
    .dirname(page.path)
    .split('/')
    .filter((part) => part !== '.')
    .map((part) => plainName(withoutNumber(part)));
  if (isIndex(page.path)) folders.pop();
  let longer = name;
  for (const folder of folders.reverse().filter(Boolean)) {
    longer = `${folder}-${longer}`;
    yield longer;
  }
  for (let number = 2; ; number += 1) yield `${longer}-${number}`;
}

/** Gives each page a section, a slug that nothing else has, and its order. The same tree gets the same places again. */
export const planPlaces = (tree: SourceTree, settings: PlanSettings, losses: Losses): Plan => {
  const { locale, collection } = settings;
  const sections = new Map<string, Section>();
  const places = new Map<string, Placement>();
  const taken = new Set(settings.taken);
  for (const page of tree.pages) {
    const slug = settings.former.get(page.path);
    if (slug) taken.add(slug);
  }
  tree.pages.forEach((page, at) => {
    const section = sectionOf(posix.dirname(page.path), tree, locale);
    if (!sections.has(section.slug)) sections.set(section.slug, section);
    const slug = settings.former.get(page.path) ?? freeSlug(page, taken, losses);
    taken.add(slug);
    const path = `${locale}/articles/${collection}/${slug}.mdx`;
    places.set(page.path, {
      slug,
      section: section.slug,
      order: (at + 1) * 10,
      path,
      address: `/${locale}/help/${collection}/${slug}`,
    });
  });
  return { sections: [...sections.values()], places };
};

const freeSlug = (page: SourcePage, taken: ReadonlySet<string>, losses: Losses): string => {
  const first = ownName(page);
  for (const wish of wishes(page)) {
    if (taken.has(wish)) continue;
    if (wish !== first) losses.add(page.path, 1, first, `another article has this name; this one is ${wish}`);
    return wish;
  }
  return first;
};
