import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { shelfMetadata } from '@/app/_components/resources/load-resource';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { pageLocale } from '@/app/_i18n/page-locale';
import { listTag, resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  shelfMetadata(await pageLocale(params), null);

export default async function ResourcesPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'resource'), listTag(locale, 'glossaryTerm'));
  return <ResourceShelf locale={locale} kind={null} all={resources(locale)} />;
}
