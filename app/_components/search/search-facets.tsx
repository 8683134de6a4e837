import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { type SearchFacets as Facets, SEARCH_KINDS } from '@/domain/search/answer';
import { SubNav } from '../ui/subnav';
import type { SearchQuestion } from './load-search';
import { searchAddress } from './search-address';

type SearchFacetsProps = { locale: Locale; question: SearchQuestion; facets: Facets; all: number };

/** The kinds that were found, each with its count, as links; the one that is looked at stays even when it is empty. */
export const SearchFacets = ({ locale, question: { query, kind }, facets, all }: SearchFacetsProps) => {
  const t = useTranslations('search');
  const shown = SEARCH_KINDS.filter((one) => facets[one] > 0 || one === kind);
  if (shown.length < 2 && !kind) return null;
  return (
    <SubNav
      className="mt-6"
      label={t('facets')}
      items={[
        { href: searchAddress(locale, { query }), label: t('all'), count: all, current: !kind },
        ...shown.map((one) => ({
          href: searchAddress(locale, { query, kind: one }),
          label: t(`kinds.${one}`),
          count: facets[one],
          current: one === kind,
        })),
      ]}
    />
  );
};
