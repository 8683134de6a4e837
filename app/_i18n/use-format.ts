import { createFormatter, type DateTimeFormatOptions, useLocale, useTimeZone } from 'next-intl';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { withFirstOfMonth } from '@/domain/time/first-of-month';
import { readerZone } from './reader-zone';

/** Whose habits numbers and dates follow: our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

type Formatter = ReturnType<typeof createFormatter>;

// Each formatter builds what it needs of Intl once, which takes longer than writing a hundred dates with it.
const made = new Map<string, Formatter>();
const MOST_KEPT = 200;

/** Dates as the language says them, where Intl does not know. */
const saidIn = ({ dateTime }: Formatter, locale: string): Formatter['dateTime'] => {
  function said(at: Date | number, options?: DateTimeFormatOptions): string;
  function said(at: Date | number, format?: string, options?: DateTimeFormatOptions): string;
  function said(at: Date | number, how?: string | DateTimeFormatOptions, options?: DateTimeFormatOptions): string {
    return withFirstOfMonth(typeof how === 'string' ? dateTime(at, how, options) : dateTime(at, how), locale);
  }
  return said;
};

const formatterOf = (locale: string, timeZone: string | undefined): Formatter => {
  const name = `${locale} ${timeZone}`;
  const known = made.get(name);
  if (known) return known;
  const plain = createFormatter({ locale, ...(timeZone ? { timeZone } : {}) });
  const formatter: Formatter = { ...plain, dateTime: saidIn(plain, locale) };
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
