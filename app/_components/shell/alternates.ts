import { LOCALES, type Locale } from '@/domain/people/locale';

/** Where the same thing is read in each language; `exact` when it is the thing itself and not what stands above it. */
export type Alternates = Record<Locale, { path: string; exact: boolean }>;

/** Alternates of a page that has the same path in all languages: `sameInAll('/faq')`. */
export const sameInAll = (path: string): Alternates =>
  Object.fromEntries(LOCALES.map((locale) => [locale, { path: `/${locale}${path}`, exact: true }])) as Alternates;
