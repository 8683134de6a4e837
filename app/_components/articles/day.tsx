import { useLocale } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import { relativeDistance, relativeWords } from '@/domain/time/relative-words';

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
  const locale = useLocale();
  const exact = format.dateTime(noonOf(day), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <time dateTime={day} title={exact} data-relative={relativeDistance(day, now.getTime())}>
      {relativeWords(day, now.getTime(), locale)}
    </time>
  );
};
