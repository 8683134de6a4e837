import { useFormat } from '@/app/_i18n/use-format';

/** The instant a calendar day is shown as: its noon, so that no zone moves it to another day. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** A calendar day in full: "20 October 2026". */
export const Day = ({ day, className }: { day: string; className?: string | undefined }) => {
  const format = useFormat();
  return (
    <time dateTime={day} className={className}>
      {format.dateTime(noonOf(day), { dateStyle: 'long', timeZone: 'UTC' })}
    </time>
  );
};

/** How long ago a calendar day was, the day itself on hover; the reading script keeps the words right on stored pages. */
export const DayAgo = ({ day, now }: { day: string; now: Date }) => {
  const format = useFormat();
  const at = noonOf(day);
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: 'long', timeZone: 'UTC' })}
      data-relative=""
    >
      {format.relativeTime(at, now > at ? now : at)}
    </time>
  );
};
