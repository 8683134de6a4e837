import type { Locale } from '@/domain/people/locale';

/** Our English is British. */
const HABITS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** An instant (ISO 8601) with its hour, in a zone that is named. */
export const moment = (at: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(HABITS[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));

/** The day alone. */
export const day = (at: string, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(HABITS[locale], { timeZone, dateStyle: 'full' }).format(new Date(at));

/** A calendar day in words; read as UTC, so that no zone moves it. */
export const dayWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
