import { useFormatter } from 'next-intl';

type TimeProps = {
  at: Date;
  /** The instant the page is drawn; the reading script keeps the words right on stored pages. */
  now: Date;
  className?: string | undefined;
};

const EXACT = { dateStyle: 'long', timeStyle: 'short' } as const;

/** "3 days ago", the exact date and its zone on hover. */
export const RelativeTime = ({ at, now, className }: TimeProps) => {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, EXACT)} data-relative="" className={className}>
      {format.relativeTime(at, now)}
    </time>
  );
};

/** A day, or a day and hour with its time zone. */
export const ExactTime = ({
  at,
  hour = false,
  className,
}: {
  at: Date;
  hour?: boolean | undefined;
  className?: string | undefined;
}) => {
  const format = useFormatter();
  const shown = hour
    ? format.dateTime(at, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'short',
      })
    : format.dateTime(at, { dateStyle: 'long' });
  return (
    <time dateTime={at.toISOString()} className={className}>
      {shown}
    </time>
  );
};
