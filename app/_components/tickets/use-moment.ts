import { useFormat } from '@/app/_i18n/use-format';

/** A moment as people say it when it is near: weekday, day and hour, in the reader's time zone. `at` in epoch milliseconds. */
export const useMoment = () => {
  const format = useFormat();
  return (at: number): string =>
    format.dateTime(new Date(at), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    });
};
