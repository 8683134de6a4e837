import type { Metadata } from 'next';
import { lostMetadata } from '@/app/_components/shell/load-lost';
import { LostPage } from '@/app/_components/shell/lost-page';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

/** Kept like any reading page: the front shows it, with status 404, to visitors at every address that leads nowhere. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => lostMetadata(await pageLocale(params));

export default async function NotFoundPage({ params }: Props) {
  return <LostPage locale={await pageLocale(params)} visitor />;
}
