import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/domain/people/locale';
import type { SearchHit } from '@/domain/search/answer';

type Placed = Pick<SearchHit, 'kind' | 'locale' | 'trail'>;

/** Where a result belongs, in one line; what stands in for a missing translation says first in which language it is. */
export const placesFor = async (locale: Locale): Promise<(hit: Placed) => string> => {
  const written = await getTranslations({ locale, namespace: 'articles.writtenIn' });
  return ({ kind, locale: own, trail }) => {
    const place = trail.join(' › ');
    if (kind === 'request' || own === locale) return place;
    return [written(own), place].filter(Boolean).join(' · ');
  };
};
