import type { Metadata } from 'next';
import { ideasMetadata } from '@/app/_components/ideas/ideas-metadata';
import { IdeasSheet } from '@/app/_components/ideas/ideas-sheet';
import { loadSignedInIdeas } from '@/app/_components/ideas/signed-in-ideas';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

/** The ideas as the person behind this request supports them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  ideasMetadata(await pageLocale(params), 'popular');

export default async function SignedInIdeasPage({ params }: Props) {
  const locale = await pageLocale(params);
  return <IdeasSheet locale={locale} view="popular" {...(await loadSignedInIdeas(locale, 'popular'))} />;
}
