import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { noonOf } from '@/app/_components/articles/day';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { absolute } from '@/app/_site/address';
import { pageMetadata } from '@/app/_site/page-metadata';
import { type NewsFilter, newsAddress, readNewsAddress } from '@/domain/news/filter';
import type { Locale } from '@/domain/people/locale';
import { type Audiences, type ReleaseNoteEntry, releaseNotes } from '@/server/kernel/content';
import { loadThemeTitles } from './load-themes';
import { newsPages } from './news-sheet';

/** What search engines and link previews are told of the news, with their feeds. */
export const newsMetadata = async (locale: Locale): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'news' });
  const metadata = pageMetadata({
    title: t('title'),
    description: t('description', { brand: brand.name }),
    path: `/${locale}/news`,
    alternates: sameInAll('/news'),
  });
  const types = {
    'application/atom+xml': absolute(`/${locale}/news.atom`),
    'application/rss+xml': absolute(`/${locale}/news.rss`),
  };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
};

/** A narrowed list of news: which of all notes, and which page of them. */
export type NarrowedNews = { notes: readonly ReleaseNoteEntry[]; filter: NewsFilter; page: number };

/**
 * The narrowed list of an address as a reader of these audiences sees it. Null for what none of their notes has, and for
 * pages behind the last one.
 */
export const loadNarrowedNews = (
  locale: Locale,
  facets: readonly string[],
  audiences: Audiences,
): NarrowedNews | null => {
  const wanted = readNewsAddress([...facets]);
  if (!wanted) return null;
  const notes = releaseNotes(locale, audiences);
  const { kind, month, theme } = wanted.filter;
  const isKnown =
    (kind === null || notes.some((note) => note.kind === kind)) &&
    (month === null || notes.some((note) => note.date.startsWith(month))) &&
    (theme === null || notes.some((note) => note.themes.includes(theme)));
  return isKnown && wanted.page <= newsPages(notes, wanted.filter) ? { notes, ...wanted } : null;
};

/** What search engines and link previews are told of a narrowed list: one of many views of the same notes. */
export const narrowedMetadata = async (locale: Locale, { filter, page }: NarrowedNews): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'news' });
  const themes = await loadThemeTitles(locale);
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const facets = [
    filter.kind && t(`kind.${filter.kind}`),
    filter.theme && (themes.get(filter.theme) ?? filter.theme),
    filter.month && month.format(noonOf(`${filter.month}-15`)),
    page > 1 ? t('filter.page', { page }) : null,
  ].filter(Boolean);
  const address = `/news${newsAddress(filter, page)}`;
  return pageMetadata({
    title: [t('title'), ...facets].join(' – '),
    description: t('description', { brand: brand.name }),
    path: `/${locale}${address}`,
    alternates: sameInAll(address),
    unlisted: true,
  });
};
