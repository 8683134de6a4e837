import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { noonOf } from '@/app/_components/articles/day';
import { loadThemeTitles } from '@/app/_components/news/load-themes';
import { NewsSheet, newsPages } from '@/app/_components/news/news-sheet';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { newsAddress, readNewsAddress } from '@/domain/news/filter';
import { listTag, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; facets: string[] }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

/** The narrowed list of an address; what no note has, and pages behind the last one, do not exist. */
const load = async ({ params }: Props) => {
  const locale = await pageLocale(params);
  const wanted = readNewsAddress((await params).facets) ?? notFound();
  const notes = releaseNotes(locale);
  const { kind, month, theme } = wanted.filter;
  const isKnown =
    (kind === null || notes.some((note) => note.kind === kind)) &&
    (month === null || notes.some((note) => note.date.startsWith(month))) &&
    (theme === null || notes.some((note) => note.themes.includes(theme)));
  if (!isKnown || wanted.page > newsPages(notes, wanted.filter)) notFound();
  return { locale, notes, ...wanted };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { locale, filter, page } = await load(props);
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

export default async function FilteredNewsPage(props: Props) {
  const { locale, notes, filter, page } = await load(props);
  await tagPage(listTag(locale, 'releaseNote'));
  const themes = await loadThemeTitles(locale);
  return <NewsSheet locale={locale} notes={notes} themes={themes} filter={filter} page={page} />;
}
