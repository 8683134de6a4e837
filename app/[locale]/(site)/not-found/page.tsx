import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Lost } from '@/app/_components/front/lost';
import { sameInAll } from '@/app/_components/shell/alternates';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ReadingPage } from '@/app/_site/reading-page';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  await pageLocale(params);
  const t = await getTranslations('front.notFound');
  return { title: t('title'), robots: { index: false } };
};

/**
 * What the front shows, with status 404, for every address that leads nowhere: Next leaves the body of its own 404 to
 * scripts. The language switch leads home, since there is nothing here to translate.
 */
export default async function LostPage({ params }: Props) {
  const locale = await pageLocale(params);
  return (
    <ReadingPage locale={locale} alternates={sameInAll('')} search={false}>
      <Lost locale={locale} />
    </ReadingPage>
  );
}
