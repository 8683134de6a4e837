import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { HomeSheet } from '@/app/_components/home/home-sheet';
import { homeMetadata, loadHome } from '@/app/_components/home/load-home';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until content or an incident changes: only ever what visitors may read. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => homeMetadata(await pageLocale(params));

export default async function HomePage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(
    listTag(locale, 'collection'),
    listTag(locale, 'article'),
    listTag(locale, 'releaseNote'),
    listTag(locale, 'faqQuestion'),
  );
  return <HomeSheet {...(await loadHome(locale, ANONYMOUS))} />;
}
