import { useLocale, useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import { useTieState } from '../tickets/tie-words';

type Tieable = RouterOutputs['tickets']['tieable'];
type Option = { value: string; label: string };

/** Incidents and themes to choose from, each with how it stands: by their ids, or themes by their keys. */
export const useTieOptions = () => {
  const t = useTranslations('desk.ties');
  const locale = useLocale();
  const reader = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const { ofIncident, ofTheme } = useTieState();
  return {
    incidents: (rows: Tieable['incidents']['rows']): Option[] =>
      rows.map((row) => ({
        value: row.id,
        label: t('option', { title: inLocale(row.title, reader), status: ofIncident(row) }),
      })),
    themes: (rows: Tieable['themes']['rows'], by: 'id' | 'key' = 'id'): Option[] =>
      rows.map((row) => ({
        value: row[by],
        label: t('option', { title: inLocale(row.title, reader), status: ofTheme(row) }),
      })),
  };
};
