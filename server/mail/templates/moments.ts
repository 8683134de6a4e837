import type { Locale } from '@/domain/people/locale';
import { withFirstOfMonth } from '@/domain/time/first-of-month';
import { dayOfWords, momentWords } from '@/domain/time/moment-words';

/** An instant (ISO 8601) with its hour, in a zone that is named. */
export const moment = (at: string, timeZone: string, locale: Locale): string =>
  momentWords(new Date(at), timeZone, locale);

/** The day alone. */
export const day = (at: string, timeZone: string, locale: Locale): string => dayOfWords(new Date(at), timeZone, locale);

/** A calendar day in words; read as UTC, so that no zone moves it. */
export const dayWords = (day: string, locale: Locale): string =>
  withFirstOfMonth(
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`)),
    locale,
  );
