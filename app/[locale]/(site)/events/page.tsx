import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { EventCard } from '@/app/_components/news/event-card';
import { NewsTabs } from '@/app/_components/news/news-tabs';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { instantOf } from '@/domain/news/meetings';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { type EventEntry, events, listTag, type WithBody } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };
type Event = WithBody<EventEntry>;

/** Seconds after which the page is made anew: what is to come becomes past without anyone changing a file. */
export const revalidate = 3600;

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations('news.events');
  const description = t('description', { brand: brand.name });
  return pageMetadata({ title: t('title'), description, path: `/${locale}/events`, alternates: sameInAll('/events') });
};

export default async function EventsPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'event'));
  const now = new Date();
  const all = await events(locale);
  const isPast = (event: Event) => instantOf(event.endsAt, event.timeZone) < now;
  return (
    <Events locale={locale} upcoming={all.filter((event) => !isPast(event))} past={all.filter(isPast).reverse()} />
  );
}

type EventsProps = { locale: Locale; upcoming: readonly Event[]; past: readonly Event[] };

const Events = ({ locale, upcoming, past }: EventsProps) => {
  const t = useTranslations('news.events');
  return (
    <ReadingPage locale={locale} section="news" alternates={sameInAll('/events')}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={`/${locale}/events.ics`} icon="calendar">
            {t('subscribe')}
          </LinkButton>
        }
      />
      <NewsTabs locale={locale} current="events" />
      <Section id="upcoming" title={t('upcoming')} className="mt-12">
        {upcoming.length === 0 ? (
          <p className="text-ink-soft">{t('noneUpcoming')}</p>
        ) : (
          <div className="grid gap-5">
            {upcoming.map((event) => (
              <EventCard key={event.key} event={event} />
            ))}
          </div>
        )}
      </Section>
      {past.length > 0 ? (
        <Section id="past" title={t('past')} className="mt-14">
          <div className="grid gap-5">
            {past.map((event) => (
              <EventCard key={event.key} event={event} past />
            ))}
          </div>
        </Section>
      ) : null}
    </ReadingPage>
  );
};
