import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/app/_components/ui/time';
import { Timeline, TimelineItem } from '@/app/_components/ui/timeline';
import type { RouterOutputs } from '@/app/_trpc/outputs';

type Shown = RouterOutputs['tickets']['show'];
type Event = Shown['events'][number];

const EventItem = ({ event, names, now }: { event: Event; names: Shown['names']; now: Date }) => {
  const t = useTranslations('tickets');
  const title = () => {
    if (event.kind === 'moved') return t(`status.${event.data.to}.label`);
    if (event.kind !== 'assigned') return t(`events.${event.kind}`);
    const name = event.data.assigneeId && names[event.data.assigneeId];
    return name ? t('events.assigned', { name }) : t('events.unassigned');
  };
  return (
    <TimelineItem title={title()} when={<RelativeTime at={new Date(event.at)} now={now} />}>
      {event.actorName ? <p className="text-sm">{t('events.by', { name: event.actorName })}</p> : null}
    </TimelineItem>
  );
};

/** What happened to a request, newest first, as far as this reader may know. */
export const History = ({ ticket, now }: { ticket: Shown; now: Date }) => {
  const t = useTranslations('tickets.details');
  const newestFirst = [...ticket.events].reverse();
  return (
    <Timeline label={t('history')}>
      {newestFirst.map((event) => (
        <EventItem key={`${event.at}-${event.kind}`} event={event} names={ticket.names} now={now} />
      ))}
    </Timeline>
  );
};
