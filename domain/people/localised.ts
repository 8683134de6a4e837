import type { Locale } from './locale';

/** A text that people of the company write in both languages; French is required, English falls back to it. */
export type LocalisedText = { fr: string; en?: string | undefined };

/** The text in the reader's language, or the French one where the translation is missing or blank. */
export const inLocale = (text: LocalisedText, locale: Locale): string => text[locale]?.trim() || text.fr;
