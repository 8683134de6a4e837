import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AudienceBadge } from '@/app/_components/articles/audience-badge';
import { Body } from '@/app/_components/articles/body';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { Icon } from '@/app/_components/ui/icon';
import type { IconName } from '@/app/_components/ui/icons';
import { useFormat } from '@/app/_i18n/use-format';
import { absolute } from '@/app/_site/address';
import { type Facts, pictureData, publisherData, StructuredData } from '@/app/_site/structured-data';
import { instantOf } from '@/domain/news/meetings';
import { type EventEntry, pathOf, type WithBody } from '@/server/kernel/content';

/** A webinar or training: what, when (with its zone), where, and how to take part. */
export const EventCard = ({ event, past = false }: { event: WithBody<EventEntry>; past?: boolean }) => {
  const t = useTranslations('news.events');
  return (
    <article
      id={event.slug}
      aria-labelledby={`${event.slug}-t`}
      className="grid gap-x-10 gap-y-6 rounded-lg border border-line bg-surface p-5 sm:p-7 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]"
    >
      <StructuredData data={eventData(event)} />
      <header className="min-w-0">
        <p className="flex flex-wrap gap-2">
          <Badge tone={past ? 'neutral' : 'accent'} icon={event.kind === 'webinar' ? 'video' : 'users'}>
            {t(`kind.${event.kind}`)}
          </Badge>
          <AudienceBadge audience={event.audience} />
        </p>
        <h3 id={`${event.slug}-t`} className="mt-3 text-xl">
          {event.title}
        </h3>
        <p className="mt-1.5 text-ink-soft">{event.summary}</p>
      </header>
      <div className="grid content-start gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <EventFacts event={event} />
        {past ? null : <EventActions event={event} />}
      </div>
      <div className="prose prose-compact min-w-0">
        <Body tree={event.tree} inner />
      </div>
    </article>
  );
};

const EventFacts = ({ event }: { event: EventEntry }) => {
  const t = useTranslations('news.events');
  return (
    <dl className="grid gap-3.5 text-[0.9375rem]">
      <Fact icon="clock" term={t('when')}>
        <EventTime event={event} />
      </Fact>
      <Fact icon="map" term={t('where')}>
        {event.place}
      </Fact>
      {event.speaker ? (
        <Fact icon="user" term={t('speaker')}>
          {event.speaker}
        </Fact>
      ) : null}
    </dl>
  );
};

const Fact = ({ icon, term, children }: { icon: IconName; term: string; children: ReactNode }) => (
  <div className="grid grid-cols-[auto_1fr] gap-x-2.5">
    <dt className="contents">
      <Icon name={icon} className="mt-1 text-ink-faint" />
      <span className="text-sm text-ink-faint">{term}</span>
    </dt>
    <dd className="col-start-2">{children}</dd>
  </div>
);

/** The hours as they stand on the clocks of the place, with the name of its zone. */
const EventTime = ({ event }: { event: EventEntry }) => {
  const t = useTranslations('news.events');
  const format = useFormat();
  const [start, end] = [instantOf(event.startsAt, event.timeZone), instantOf(event.endsAt, event.timeZone)];
  const hour = { hour: '2-digit', minute: '2-digit', timeZone: event.timeZone } as const;
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: event.timeZone } as const;
  return (
    <time dateTime={start.toISOString()}>
      {t('range', {
        day: format.dateTime(start, day),
        start: format.dateTime(start, hour),
        end: format.dateTime(end, { ...hour, timeZoneName: 'short' }),
      })}
    </time>
  );
};

const EventActions = ({ event }: { event: EventEntry }) => {
  const t = useTranslations('news.events');
  return (
    <div className="flex flex-wrap gap-3">
      {event.registrationLink ? (
        <LinkButton href={event.registrationLink} variant="primary" iconEnd="arrow-up-right">
          {t('register')}
        </LinkButton>
      ) : null}
      <LinkButton href={`/${event.locale}/events/${event.slug}/event.ics`} icon="calendar">
        {t('calendar')}
      </LinkButton>
    </div>
  );
};

const eventData = (event: EventEntry): Facts => ({
  '@type': 'Event',
  name: event.title,
  description: event.summary,
  inLanguage: event.locale,
  startDate: instantOf(event.startsAt, event.timeZone).toISOString(),
  endDate: instantOf(event.endsAt, event.timeZone).toISOString(),
  eventStatus: 'https://schema.org/EventScheduled',
  organizer: publisherData(),
  url: absolute(pathOf(event)),
  image: pictureData(pathOf(event)),
  // A meeting with a link is held there; one without is held where its place says.
  ...(event.link
    ? {
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        location: { '@type': 'VirtualLocation', url: event.link },
      }
    : {
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: { '@type': 'Place', name: event.place, address: event.place },
      }),
  ...(event.speaker ? { performer: { '@type': 'Person', name: event.speaker } } : {}),
});
