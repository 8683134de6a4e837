import { useTranslations } from 'next-intl';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { ReadingPage } from '@/app/_site/reading-page';
import { instantOf } from '@/domain/news/meetings';
import type { Locale } from '@/domain/people/locale';
import { type EventEntry, hasReserved, type WithBody } from '@/server/kernel/content';
import { EventCard } from './event-card';
import { NewsTabs } from './news-tabs';

type Event = WithBody<EventEntry>;

/** All meetings this reader may see, soonest first. */
type EventsSheetProps = { locale: Locale; events: readonly Event[]; now: Date };

/** Webinars and trainings: those to come, then those that were, latest first. */
export const EventsSheet = ({ locale, events, now }: EventsSheetProps) => {
  const t = useTranslations('news.events');
  const isPast = (event: Event) => instantOf(event.endsAt, event.timeZone) < now;
  const upcoming = events.filter((event) => !isPast(event));
  const past = events.filter(isPast).reverse();
  return (
    <ReadingPage locale={locale} section="news" alternates={sameInAll('/events')} more={hasReserved(locale, 'event')}>
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
