import { tagPage } from '@/app/_cache/tag-page';
import { publishedIdeas } from '@/app/_components/ideas/load-ideas';
import { loadRoadmap } from '@/app/_components/roadmap/load-roadmap';
import { sameInAll } from '@/app/_components/shell/alternates';
import { type SitemapPage, sitemapFile } from '@/app/_site/sitemap';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { RESOURCE_KINDS } from '@/domain/resources/kinds';
import { ABOUT_PAGES } from '@/domain/settings/about';
import {
  alternates,
  CONTENT_TAG,
  collections,
  glossarySize,
  pathOf,
  releaseNotes,
  resources,
} from '@/server/kernel/content';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

type Context = { params: Promise<{ part: string }> };

const latest = (days: readonly string[]): string | undefined => [...days].sort().at(-1);

const standing = (locale: Locale, path: string, changedOn?: string): SitemapPage => ({
  path: `/${locale}${path}`,
  translations: sameInAll(path),
  changedOn,
});

const helpPages = (locale: Locale): SitemapPage[] => {
  const shelves = collections(locale).map((shelf) => ({
    ...shelf,
    // What stands in for a translation is listed in its own language.
    articles: shelf.sections.flatMap((section) => section.articles).filter((article) => !article.original),
  }));
  const newest = (articles: (typeof shelves)[number]['articles']) =>
    latest(articles.map((article) => article.changedOn));
  return [
    standing(locale, '/help', newest(shelves.flatMap((shelf) => shelf.articles))),
    ...shelves
      .filter((shelf) => shelf.count > 0)
      .flatMap((shelf) => [
        {
          path: pathOf(shelf),
          translations: alternates('collection', shelf.key),
          changedOn: newest(shelf.articles),
        },
        ...shelf.articles.map((article) => ({
          path: pathOf(article),
          translations: alternates('article', article.key),
          changedOn: article.changedOn,
        })),
      ]),
  ];
};

const newsPages = (locale: Locale): SitemapPage[] => {
  const notes = releaseNotes(locale);
  return [
    standing(locale, '/news', notes[0]?.date),
    ...notes.map((note) => ({
      path: pathOf(note),
      translations: alternates('releaseNote', note.key),
      changedOn: note.date,
    })),
  ];
};

const resourcePages = (locale: Locale): SitemapPage[] => {
  const all = resources(locale);
  return [
    standing(locale, '/resources', all[0]?.date),
    ...RESOURCE_KINDS.filter((kind) => all.some((entry) => entry.kind === kind)).map((kind) =>
      standing(locale, `/resources/by/${kind}`),
    ),
    ...(glossarySize(locale) > 0 ? [standing(locale, '/resources/glossary')] : []),
    ...all.map((entry) => ({
      path: pathOf(entry),
      translations: alternates('resource', entry.key),
      changedOn: entry.date,
    })),
  ];
};

const roadmapPages = async (locale: Locale): Promise<SitemapPage[]> => {
  const { themes } = await loadRoadmap(locale);
  return ['/roadmap', ...themes.map((theme) => `/roadmap/${theme.key}`)].map((path) => standing(locale, path));
};

const ideaPages = async (locale: Locale): Promise<SitemapPage[]> => {
  const numbers = await publishedIdeas(locale);
  return ['/ideas', ...numbers.map((number) => `/ideas/${number}`)].map((path) => standing(locale, path));
};

const pagesOf = async (locale: Locale): Promise<SitemapPage[]> => [
  standing(locale, ''),
  ...helpPages(locale),
  standing(locale, '/faq'),
  ...newsPages(locale),
  standing(locale, '/events'),
  ...resourcePages(locale),
  ...(await roadmapPages(locale)),
  ...(await ideaPages(locale)),
  standing(locale, '/status'),
  standing(locale, '/sitemap'),
  ...ABOUT_PAGES.map((page) => standing(locale, `/${page}`)),
];

/**
 * `GET /sitemap.xml` and its parts: every page a visitor may read, with its translations; nothing that is reserved.
 * Rendered when asked for: while building there is no database to ask for the roadmap.
 */
export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  await tagPage(CONTENT_TAG);
  const pages = (await Promise.all(LOCALES.map(pagesOf))).flat();
  const file = sitemapFile(pages, (await params).part);
  if (file === null) return new Response(null, { status: 404 });
  return new Response(file, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
