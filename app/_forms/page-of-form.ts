import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { safeNextPath } from '@/domain/people/next-path';
import { textOf } from './attempt';

/** The language of the page the form stands on: a server action cannot know it otherwise. */
export const localeOfForm = (data: FormData): Locale => {
  const locale = textOf(data, 'locale');
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
};

/** The page of ours to go on to, as the form's hidden field says, or none. */
export const nextOfForm = (data: FormData): string | null => safeNextPath(textOf(data, 'next'));
