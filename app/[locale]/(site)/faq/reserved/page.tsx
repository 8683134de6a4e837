import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FaqSheet } from '@/app/_components/faq/faq-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { signInPath } from '@/app/_trpc/server';
import { faq } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** The answer depends on who asks, so it is never kept. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'faq' });
  return { title: t('title'), robots: { index: false } };
};

/** The questions as the person behind this request may see them, those for customers and staff among them. */
export default async function ReservedFaqPage({ params }: Props) {
  const locale = await pageLocale(params);
  const audiences = await readerOf(await headers());
  if (!audiences.includes('customers')) redirect(signInPath(`/${locale}/faq/reserved`));
  return <FaqSheet locale={locale} categories={await faq(locale, audiences)} reserved={null} />;
}
