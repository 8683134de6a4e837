import type { Metadata } from 'next';
import { ideasMetadata } from '@/app/_components/ideas/ideas-metadata';
import { IdeasSheet } from '@/app/_components/ideas/ideas-sheet';
import { loadIdeas } from '@/app/_components/ideas/load-ideas';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until an idea changes. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  ideasMetadata(await pageLocale(params), 'popular');

export default async function IdeasPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <IdeasSheet locale={locale} view="popular" page={await loadIdeas(locale, 'popular')} own={null} />;
}
