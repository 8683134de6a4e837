import type { Locale } from '@/domain/people/locale';
import type { SearchQuestion } from './load-search';

/** The address of a search, with its facet and page. */
export const searchAddress = (locale: Locale, { query, kind, cursor }: SearchQuestion): string => {
  const asked = new URLSearchParams({ q: query, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) });
  return `/${locale}/search?${asked}`;
};
