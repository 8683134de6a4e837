/** The languages Guichet speaks; French is the default and the one content falls back to. */
export const LOCALES = ['fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'fr';

/** Narrows a path segment or a stored value to a language of ours. */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);
