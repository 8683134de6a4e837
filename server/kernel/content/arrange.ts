import { AUDIENCES, type Audience } from '@/domain/access/grants';
import { LOCALES, type Locale } from '@/domain/people/locale';
import type { FoundMedia } from './media';
import { pathOf } from './paths';
import type { Redirect, WrittenRedirect } from './redirects';
import type { ArticleEntry, CollectionEntry, Entry, MediaEntry } from './snapshot';

/**
 * Says of each file who may have it: whoever may read one of the documents that show it. A file that no document shows
 * (a logo, a picture of a page) is everybody's.
 */
export const withAudiences = (
  media: Readonly<Record<string, FoundMedia>>,
  uses: readonly { audience: Audience; files: readonly string[] }[],
): Record<string, MediaEntry> => {
  const widest = new Map<string, number>();
  for (const { audience, files } of uses) {
    const rank = AUDIENCES.indexOf(audience);
    for (const file of files) widest.set(file, Math.min(rank, widest.get(file) ?? rank));
  }
  return Object.fromEntries(
    Object.entries(media).map(([path, entry]) => [
      path,
      { ...entry, audience: AUDIENCES[widest.get(path) ?? 0] ?? 'public' },
    ]),
  );
};

const isArticle = (entry: Entry): entry is ArticleEntry => entry.type === 'article';
const isCollection = (entry: Entry): entry is CollectionEntry => entry.type === 'collection';

/** The former addresses of an article, as its front matter tells them. */
export const formerPathsOf = (article: { locale: Locale; redirectsFrom: readonly string[] }): string[] =>
  article.redirectsFrom.map((place) => `/${article.locale}/help/${place}`);

/** All redirects with who may be told of where they lead; what is written in `redirects.yml` goes before front matter. */
export const redirectsOf = (entries: readonly Entry[], written: readonly WrittenRedirect[]): Redirect[] => {
  const audiences = new Map(entries.filter(isArticle).map((article) => [pathOf(article), article.audience]));
  const former = entries
    .filter(isArticle)
    .flatMap((article) => formerPathsOf(article).map((from) => ({ from, to: pathOf(article) })));
  const rules = [...former, ...written.map(({ from, to }) => ({ from, to }))];
  return rules.map((rule) => ({ ...rule, audience: audiences.get(rule.to.split(/[?#]/)[0] ?? '') ?? 'public' }));
};

/**
 * The articles that stand in for missing translations: for each language, those of the other whose key it does not have,
 * in the collection of the same key, in the section at the same place. Their slug stays; where it is taken there, none.
 */
export const standInsOf = (entries: readonly Entry[]): ArticleEntry[] => {
  const articles = entries.filter(isArticle);
  const collections = entries.filter(isCollection);
  const homes = new Map(collections.map((entry) => [`${entry.locale}/${entry.slug}`, entry]));
  const byKey = new Map(collections.map((entry) => [`${entry.locale}/${entry.key}`, entry]));
  const keys = new Set(articles.map(({ locale, key }) => `${locale}/${key}`));
  const taken = new Set(articles.map(pathOf));
  return LOCALES.flatMap((locale) =>
    articles.flatMap((article) => {
      if (article.locale === locale || keys.has(`${locale}/${article.key}`)) return [];
      const from = homes.get(`${article.locale}/${article.folder}`);
      const home = from && byKey.get(`${locale}/${from.key}`);
      if (!home) return [];
      const place = from.sections.findIndex(({ slug }) => slug === article.section);
      const section = (home.sections[place] ?? home.sections.at(-1))?.slug ?? article.section;
      const original = { locale: article.locale, path: pathOf(article) };
      const standIn = { ...article, locale, folder: home.slug, section, original };
      return taken.has(pathOf(standIn)) ? [] : [standIn];
    }),
  );
};
