import { useTranslations } from 'next-intl';

const MINUTE = 60_000;
const DAY_HOURS = 24;
/** From here on a stretch of ordinary time is told in days. */
const IN_DAYS = 48;

/** How long something took, in words: "25 min", "3 h 05". `inDays` tells long stretches in days, which opening hours never are. */
export const useDuration = () => {
  const t = useTranslations('tickets.duration');
  return (milliseconds: number, { inDays = false } = {}): string => {
    const all = Math.max(0, Math.round(milliseconds / MINUTE));
    const hours = Math.floor(all / 60);
    const minutes = all % 60;
    if (inDays && hours >= IN_DAYS) {
      const rest = hours % DAY_HOURS;
      return t(rest === 0 ? 'days' : 'daysHours', { days: Math.floor(hours / DAY_HOURS), hours: rest });
    }
    if (hours === 0) return t('minutes', { minutes });
    return minutes === 0
      ? t('hours', { hours })
      : t('hoursMinutes', { hours, minutes: String(minutes).padStart(2, '0') });
  };
};
