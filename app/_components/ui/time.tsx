import { useLocale } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import { relativeDistance, relativeWords } from '@/domain/time/relative-words';

type TimeProps = {
  at: Date;
  /** The instant the page is drawn; the reading script keeps the words right on stored pages. */
  now: Date;
  className?: string | undefined;
};

const EXACT = { dateStyle: 'long', timeStyle: 'short' } as const;

/** "3 days ago", the exact date and its zone on hover. */
export const RelativeTime = ({ at, now, className }: TimeProps) => {
  const format = useFormat();
  const locale = useLocale();
  const then = at.toISOString();
  const far = relativeDistance(then, now.getTime());
  return (
    <time dateTime={then} title={format.dateTime(at, EXACT)} data-relative={far} className={className}>
      {relativeWords(then, now.getTime(), locale)}
    </time>
  );
};

/** "3 days ago", or the exact hour where there is no `now` to count from: on paper, which will be read later. */
export const ReadTime = ({ at, now }: { at: Date; now: Date | null }) =>
  now ? <RelativeTime at={at} now={now} /> : <ExactTime at={at} hour />;

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
  const format = useFormat();
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
