import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { env } from '../kernel/env';

/** An entry for a calendar as a mail carries it. */
export type CalendarFile = { filename: string; method: 'PUBLISH' | 'CANCEL'; content: string };

type CallEntry = {
  callId: string;
  at: string;
  minutes: number;
  cancelled: boolean;
  summary: string;
  description: string;
  url: string;
};

/** Between being told and being called, in seconds. */
const REMINDER = 600;

/**
 * A call as an entry for a calendar, in UTC. It keeps its identity, so that calling it off takes it out again: the
 * cancellation is the next version of the same entry.
 */
export const callCalendar = (call: CallEntry): CalendarFile => {
  const start = new Date(call.at);
  const calendar = ical({
    prodId: { company: 'Guichet', product: 'Guichet' },
    method: call.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `call-${call.callId}@${new URL(env().publicUrl).hostname}`,
    sequence: call.cancelled ? 1 : 0,
    start,
    end: new Date(start.getTime() + call.minutes * 60_000),
    summary: call.summary,
    description: call.description,
    url: call.url,
    status: call.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(call.cancelled ? {} : { alarms: [{ type: ICalAlarmType.display, trigger: REMINDER }] }),
  });
  return { filename: 'call.ics', method: call.cancelled ? 'CANCEL' : 'PUBLISH', content: calendar.toString() };
};
