import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { RunningBanner } from '@/app/_components/incidents/running-banner';
import { pageLocale } from '@/app/_i18n/page-locale';
import { visitorApi } from '@/app/_trpc/server';

type Props = { params: Promise<{ locale: string }> };

export const metadata: Metadata = { robots: { index: false } };

/** Rendered when first asked for, then kept until an incident changes. */
export const generateStaticParams = () => [];

/** The running incidents, as the front puts them into every kept page: this page is not meant to be read by itself. */
export default async function BannerFragment({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage('incidents');
  const running = await visitorApi(locale).incidents.running({});
  return <div data-fragment="">{running.length > 0 ? <RunningBanner running={running} locale={locale} /> : null}</div>;
}
