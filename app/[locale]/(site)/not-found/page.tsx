import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LostPage } from '@/app/_components/shell/lost-page';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

/** Kept like any reading page: the front shows it, with status 404, for every address that leads nowhere. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: 'shell.lost' });
  return { title: t('title'), robots: { index: false } };
};

export default async function NotFoundPage({ params }: Props) {
  return <LostPage locale={await pageLocale(params)} />;
}
