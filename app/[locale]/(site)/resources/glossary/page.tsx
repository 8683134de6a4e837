import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { GlossarySheet } from '@/app/_components/resources/glossary-sheet';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { glossary, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'resources.glossary' });
  return pageMetadata({
    title: t('title'),
    description: t('lead', { brand: brand.name }),
    path: `/${locale}/resources/glossary`,
    alternates: sameInAll('/resources/glossary'),
  });
};

export default async function GlossaryPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'glossaryTerm'), listTag(locale, 'resource'));
  return <GlossarySheet locale={locale} terms={await glossary(locale)} />;
}
