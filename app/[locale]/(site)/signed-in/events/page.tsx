import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { EventsSheet } from '@/app/_components/news/events-sheet';
import { eventsMetadata } from '@/app/_components/news/load-events';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { events } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** The meetings as the person behind this request may see them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  eventsMetadata(await pageLocale(params));

export default async function SignedInEventsPage({ params }: Props) {
  const locale = await pageLocale(params);
  const all = await events(locale, await readerOf(await headers()));
  return <EventsSheet locale={locale} events={all} now={new Date()} />;
}
