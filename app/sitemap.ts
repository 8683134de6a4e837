import type { MetadataRoute } from 'next';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { alternates, CONTENT_TAG, collections, pathOf, releaseNotes } from '@/server/kernel/content';
import { tagPage } from './_cache/tag-page';
import { type Alternates, sameInAll } from './_components/shell/alternates';
import { absolute } from './_site/address';

const PAGES = ['', '/help', '/faq', '/news', '/events', '/roadmap', '/status'];

const entry = (path: string, translations: Alternates, lastModified?: string): MetadataRoute.Sitemap[number] => ({
  url: absolute(path),
  ...(lastModified ? { lastModified } : {}),
  alternates: {
    languages: Object.fromEntries(
      LOCALES.filter((locale) => translations[locale].exact).map((locale) => [
        locale,
        absolute(translations[locale].path),
      ]),
    ),
  },
});

const pagesOf = (locale: Locale): MetadataRoute.Sitemap => [
  ...PAGES.map((page) => entry(`/${locale}${page}`, sameInAll(page))),
  ...collections(locale)
    .filter((collection) => collection.count > 0)
    .flatMap((collection) => [
      entry(pathOf(collection), alternates('collection', collection.key)),
      ...collection.sections
        .flatMap((section) => section.articles)
        .map((article) => entry(pathOf(article), alternates('article', article.key), article.changedOn)),
    ]),
  ...releaseNotes(locale).map((note) => entry(pathOf(note), alternates('releaseNote', note.key), note.date)),
];

/** `GET /sitemap.xml`: every page a visitor may read, with its translation; nothing that is reserved. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await tagPage(CONTENT_TAG);
  return LOCALES.flatMap(pagesOf);
}
