import { createFormatter, useLocale, useTimeZone } from 'next-intl';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { readerZone } from './reader-zone';

/** Whose habits numbers and dates follow: our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * next-intl's formatter with the habits of the page's language ("20 October 2026", where plain `en` would be American)
 * and the time zone of the signed-in person.
 */
export const useFormat = (): ReturnType<typeof createFormatter> => {
  const locale = useLocale();
  const houseZone = useTimeZone();
  const timeZone = readerZone().timeZone ?? houseZone;
  return createFormatter({
    locale: HABITS[isLocale(locale) ? locale : DEFAULT_LOCALE],
    ...(timeZone ? { timeZone } : {}),
  });
};
