import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import { absolute, siteAddress } from '@/app/_site/address';
import { instantOf } from '@/domain/news/meetings';
import { type EventEntry, pathOf } from '@/server/kernel/content';

/** Meetings as a calendar file. Instants are in UTC; each meeting keeps its identity, so a changed one moves. */
export const calendarOf = (name: string, events: readonly EventEntry[]): ICalCalendar => {
  const calendar = ical({ name, prodId: { company: 'Guichet', product: 'Guichet' }, ttl: 3600 });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.key}@${new URL(siteAddress()).hostname}`,
      start: instantOf(event.startsAt, event.timeZone),
      end: instantOf(event.endsAt, event.timeZone),
      summary: event.title,
      description: [event.summary, event.link, event.registrationLink].filter(Boolean).join('\n\n'),
      location: event.place,
      url: absolute(pathOf(event)),
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar;
};

/** A calendar as an answer; `file` names it when it is saved. */
export const calendarResponse = (calendar: ICalCalendar, file: string): Response =>
  new Response(calendar.toString(), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${file}.ics"`,
    },
  });
