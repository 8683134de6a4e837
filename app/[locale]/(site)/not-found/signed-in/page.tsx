import type { Metadata } from 'next';
import { lostMetadata } from '@/app/_components/shell/load-lost';
import { LostPage } from '@/app/_components/shell/lost-page';
import { pageLocale } from '@/app/_i18n/page-locale';

type Props = { params: Promise<{ locale: string }> };

/** The same for whoever has signed in: what is restricted would have been shown, if it were for them. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => lostMetadata(await pageLocale(params));

export default async function SignedInNotFoundPage({ params }: Props) {
  return <LostPage locale={await pageLocale(params)} />;
}
