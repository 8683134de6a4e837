import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { listTag, resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'resources' });
  return pageMetadata({
    title: t('title'),
    description: t('lead', { brand: brand.name }),
    path: `/${locale}/resources`,
    alternates: sameInAll('/resources'),
  });
};

export default async function ResourcesPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'resource'), listTag(locale, 'glossaryTerm'));
  return <ResourceShelf locale={locale} kind={null} shown={resources(locale)} />;
}
