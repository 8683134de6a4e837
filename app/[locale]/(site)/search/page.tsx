import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { loadSearch, noteSearch, type SearchOutcome, type SearchQuestion } from '@/app/_components/search/load-search';
import { SearchFacets } from '@/app/_components/search/search-facets';
import { SearchResults } from '@/app/_components/search/search-results';
import { NothingFound, SearchAway, SearchStart } from '@/app/_components/search/search-states';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { SearchBox } from '@/app/_components/shell/search-box';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { SEARCH_KINDS, SEARCH_LIMITS } from '@/domain/search/answer';

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Query> };

const questionOf = async ({ searchParams }: Props): Promise<SearchQuestion> => {
  const given = await searchParams;
  const one = (name: string): string => {
    const value = given[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  };
  return {
    query: one('q').slice(0, SEARCH_LIMITS.query),
    kind: SEARCH_KINDS.find((kind) => kind === one('kind')),
    cursor: one('cursor') || undefined,
  };
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const locale = await pageLocale(props.params);
  const t = await getTranslations('search');
  const { query } = await questionOf(props);
  return {
    title: query ? t('resultsFor', { query }) : t('title'),
    description: t('description', { brand: brand.name }),
    // Whatever was asked, search engines keep one page: the empty one.
    alternates: { canonical: absolute(`/${locale}/search`) },
  };
};

export default async function SearchPage(props: Props) {
  const locale = await pageLocale(props.params);
  const question = await questionOf(props);
  if (!question.query) return <Search locale={locale} question={question} outcome={null} name="" />;
  const outcome = await loadSearch(locale, question);
  const name = noteSearch(locale, await headers(), question, outcome);
  return <Search locale={locale} question={question} outcome={outcome} name={name} />;
}

type SearchProps = { locale: Locale; question: SearchQuestion; outcome: SearchOutcome | null; name: string };

const Search = ({ locale, question, outcome, name }: SearchProps) => {
  const t = useTranslations('search');
  const { query } = question;
  return (
    <ReadingPage
      locale={locale}
      alternates={sameInAll(query ? `/search?${new URLSearchParams({ q: query })}` : '/search')}
      search={false}
    >
      <div className="mx-auto max-w-[52rem]">
        <h1 className={query ? 'text-2xl break-words sm:text-3xl' : 'text-4xl'}>
          {query ? t('resultsFor', { query }) : t('title')}
        </h1>
        <div className="mt-6">
          <SearchBox locale={locale} size="hero" query={query} />
        </div>
        <Outcome locale={locale} question={question} outcome={outcome} name={name} />
      </div>
    </ReadingPage>
  );
};

const Outcome = ({ locale, question, outcome, name }: SearchProps) => {
  if (!outcome) return <SearchStart locale={locale} />;
  if (!outcome.available || outcome.busy) return <SearchAway locale={locale} busy={outcome.busy} />;
  const all = Object.values(outcome.facets).reduce((total, count) => total + count, 0);
  if (all === 0) return <NothingFound locale={locale} query={question.query} />;
  return (
    <>
      <SearchFacets locale={locale} question={question} facets={outcome.facets} all={all} />
      <SearchResults locale={locale} question={question} outcome={outcome} name={name} />
    </>
  );
};
