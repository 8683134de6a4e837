import type { Metadata } from 'next';
import { tagPage } from '@/app/_cache/tag-page';
import { EventsSheet } from '@/app/_components/news/events-sheet';
import { eventsMetadata } from '@/app/_components/news/load-events';
import { pageLocale } from '@/app/_i18n/page-locale';
import { events, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Seconds after which the page is made anew: what is to come becomes past without anyone changing a file. */
export const revalidate = 3600;

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  eventsMetadata(await pageLocale(params));

export default async function EventsPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'event'));
  return <EventsSheet locale={locale} events={await events(locale)} now={new Date()} />;
}
