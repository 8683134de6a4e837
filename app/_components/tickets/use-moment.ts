import { useLocale } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';

/** A moment as people say it when it is near: weekday, day and hour, in the reader's time zone. `at` in epoch milliseconds. */
export const useMoment = () => {
  const format = useFormat();
  const locale = useLocale();
  return (at: number): string => {
    const words = format.dateTime(new Date(at), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
    // "ven. 4 déc. à 17:00": short dates come with a comma, which no French sentence bears.
    return locale === 'fr' ? words.replace(', ', ' à ') : words;
  };
};
