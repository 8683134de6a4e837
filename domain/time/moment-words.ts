import type { Locale } from '../people/locale';
import { withFirstOfMonth } from './first-of-month';

/** Our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

// Made once for each zone that somebody lives in: to make one costs more than all it writes in a mail.
const made = new Map<string, Intl.DateTimeFormat>();

const formatIn = (timeZone: string, locale: Locale): Intl.DateTimeFormat => {
  const name = `${locale} ${timeZone}`;
  const known =
    made.get(name) ??
    new Intl.DateTimeFormat(HABITS[locale], {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  made.set(name, known);
  return known;
};

/** An instant with its hour, in a zone that is named, so that everybody who reads it understands the same. */
export const momentWords = (at: Date, timeZone: string, locale: Locale): string =>
  withFirstOfMonth(formatIn(timeZone, locale).format(at), locale);

/** The day of an instant in a zone. */
export const dayOfWords = (at: Date, timeZone: string, locale: Locale): string =>
  withFirstOfMonth(new Intl.DateTimeFormat(HABITS[locale], { timeZone, dateStyle: 'full' }).format(at), locale);
