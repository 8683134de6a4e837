import { createFormatter, useLocale, useTimeZone } from 'next-intl';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { readerZone } from './reader-zone';

/** Whose habits numbers and dates follow: our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

type Formatter = ReturnType<typeof createFormatter>;

// Each formatter builds what it needs of Intl once, which takes longer than writing a hundred dates with it.
const made = new Map<string, Formatter>();
const MOST_KEPT = 200;

/** The first of a month, which French alone counts with an ordinal and Intl does not: "1er janvier 2027". */
const withFirst = (dateTime: Formatter['dateTime']): Formatter['dateTime'] => {
  const counted = (...given: Parameters<Formatter['dateTime']>): string =>
    dateTime(...given).replace(/(?<![\p{L}\d])1 (?=\p{L}{3})/u, '1er ');
  // It is called in two ways, and TypeScript tells the arguments of the last alone.
  return counted as Formatter['dateTime'];
};

const formatterOf = (locale: string, timeZone: string | undefined): Formatter => {
  const name = `${locale} ${timeZone}`;
  const known = made.get(name);
  if (known) return known;
  const plain = createFormatter({ locale, ...(timeZone ? { timeZone } : {}) });
  const formatter: Formatter = locale === HABITS.fr ? { ...plain, dateTime: withFirst(plain.dateTime) } : plain;
  if (made.size >= MOST_KEPT) made.clear();
  made.set(name, formatter);
  return formatter;
};

/**
 * next-intl's formatter with the habits of the page's language ("20 October 2026", where plain `en` would be American)
 * and the time zone of the signed-in person.
 */
export const useFormat = (): Formatter => {
  const locale = useLocale();
  const houseZone = useTimeZone();
  const timeZone = readerZone().timeZone ?? houseZone;
  return formatterOf(HABITS[isLocale(locale) ? locale : DEFAULT_LOCALE], timeZone);
};
