import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { shelfMetadata } from '@/app/_components/resources/load-resource';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** The resources as the person behind this request may see them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  shelfMetadata(await pageLocale(params), null);

export default async function SignedInResourcesPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <ResourceShelf locale={locale} kind={null} all={resources(locale, await readerOf(await headers()))} />;
}
