import { useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import { inWords } from '@/domain/reports/figures';
import type { ReportUnit } from '@/domain/reports/filter';

/** How the reports say figures: counts, shares, durations and the parts of a period. */
export const useReportWords = () => {
  const t = useTranslations('reports');
  const format = useFormat();
  const none = '–';
  // A calendar day is the same day everywhere: it is shown as it is written.
  const day = (part: string) => new Date(`${part}T12:00:00Z`);
  return {
    count: (value: number) => format.number(value),
    share: (value: number | null) => (value === null ? none : format.number(value, { style: 'percent' })),
    /** A duration in milliseconds. */
    duration: (ms: number | null, measure: 'open' | 'wall') => {
      if (ms === null) return none;
      const { value, unit } = inWords(ms, measure);
      return t(`durations.${unit}`, { value });
    },
    /** A part of the period, short, as it stands under a chart. */
    tick: (part: string, unit: ReportUnit) =>
      format.dateTime(
        day(part),
        unit === 'month'
          ? { month: 'short', year: '2-digit', timeZone: 'UTC' }
          : { day: 'numeric', month: 'short', timeZone: 'UTC' },
      ),
    /** A part of the period in full. */
    part: (part: string, unit: ReportUnit) => {
      const date = format.dateTime(
        day(part),
        unit === 'month'
          ? { month: 'long', year: 'numeric', timeZone: 'UTC' }
          : { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
      );
      return unit === 'week' ? t('weekOf', { date }) : date;
    },
    date: (calendarDay: string) => format.dateTime(day(calendarDay), { dateStyle: 'long', timeZone: 'UTC' }),
  };
};
