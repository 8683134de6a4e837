import { loadRoadmap } from '@/app/_components/roadmap/load-roadmap';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

/** Titles of the roadmap's themes by their key; what notes name besides is not shown. */
export type ThemeTitles = ReadonlyMap<string, string>;

/**
 * The themes that release notes may lead to. News are files and themes are rows: while the database is away the news
 * are read without them.
 */
export const loadThemeTitles = async (locale: Locale): Promise<ThemeTitles> => {
  try {
    const { themes } = await loadRoadmap(locale);
    return new Map(themes.map((theme) => [theme.key, inLocale(theme.title, locale)]));
  } catch {
    return new Map();
  }
};
