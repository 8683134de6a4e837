import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { HelpIndex } from '@/app/_components/articles/help-index';
import { helpMetadata } from '@/app/_components/articles/load-collection';
import { loadMostRead } from '@/app/_components/articles/load-most-read';
import { pageLocale } from '@/app/_i18n/page-locale';
import { collections, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => helpMetadata(await pageLocale(params));

/** Read by others: shown below the collections. */
const MOST_READ = 8;

export default async function HelpPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'collection'), listTag(locale, 'article'));
  return (
    <HelpIndex locale={locale} collections={collections(locale)} mostRead={await loadMostRead(locale, MOST_READ)} />
  );
}
