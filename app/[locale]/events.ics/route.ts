import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { calendarOf, calendarResponse } from '@/app/_components/news/calendar';
import { isLocale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { events, listTag } from '@/server/kernel/content';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** `GET /{locale}/events.ics`: every webinar and training, to subscribe to. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  await tagPage(listTag(locale, 'event'));
  const t = await getTranslations({ locale, namespace: 'news.events' });
  return calendarResponse(calendarOf(`${brand.name} · ${t('title')}`, await events(locale)), 'events');
};
