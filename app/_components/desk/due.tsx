import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import type { ClockKind } from '@/domain/tickets/history';
import { relativeWords } from '@/domain/time/relative-words';
import { Icon } from '../ui/icon';

/** Less time than this is little. In milliseconds. */
const LITTLE = 4 * 3_600_000;

/** The next deadline of a request in words: which it is, and how far away, or for how long it has been missed. */
export const Due = ({ at, clock, now }: { at: Date | null; clock: ClockKind | null; now: Date }) => {
  const t = useTranslations('desk.due');
  const tClock = useTranslations('tickets.deadlines.clock');
  const format = useFormat();
  const locale = useLocale();
  if (!at || !clock) return <span className="text-ink-faint">{t('none')}</span>;
  const left = at.getTime() - now.getTime();
  const late = left < 0;
  const look = late ? 'text-danger' : left < LITTLE ? 'text-warning' : 'text-ink';
  const when = relativeWords(at.toISOString(), now.getTime(), locale) ?? '';
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' })}
      className="grid gap-0.5"
    >
      <span className={`inline-flex items-center gap-1.5 font-medium ${look}`}>
        {late || left < LITTLE ? <Icon name={late ? 'alert-triangle' : 'clock'} size={14} /> : null}
        {late ? t('late', { when }) : when}
      </span>
      <span className="text-xs text-ink-soft">{tClock(clock)}</span>
    </time>
  );
};
