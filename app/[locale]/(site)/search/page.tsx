import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { SearchResults } from '@/app/_components/search/search-results';
import { sameInAll } from '@/app/_components/shell/alternates';
import { Button } from '@/app/_components/ui/button';
import { Input } from '@/app/_components/ui/input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { type SearchHit, searchContent } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ q?: string | string[] }> };

const queryOf = async ({ searchParams }: Props): Promise<string> => {
  const { q } = await searchParams;
  return (Array.isArray(q) ? q[0] : q)?.trim().slice(0, 200) ?? '';
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  await pageLocale(props.params);
  const t = await getTranslations('search');
  const query = await queryOf(props);
  return { title: query ? t('resultsFor', { query }) : t('title'), robots: { index: false } };
};

export default async function SearchPage(props: Props) {
  const locale = await pageLocale(props.params);
  const query = await queryOf(props);
  const hits = query ? searchContent(locale, query, await readerOf(await headers())) : [];
  return <Search locale={locale} query={query} hits={hits} />;
}

const Search = ({ locale, query, hits }: { locale: Locale; query: string; hits: readonly SearchHit[] }) => {
  const t = useTranslations('search');
  return (
    <ReadingPage
      locale={locale}
      alternates={sameInAll(query ? `/search?${new URLSearchParams({ q: query })}` : '/search')}
      search={false}
    >
      <div className="max-w-reading">
        <h1 className={query ? 'text-3xl' : 'text-4xl'}>{query ? t('resultsFor', { query }) : t('title')}</h1>
        <search>
          <form action={`/${locale}/search`} className="mt-6 flex gap-3">
            <Input
              type="search"
              name="q"
              defaultValue={query}
              aria-label={t('label')}
              placeholder={t('placeholder')}
              maxLength={200}
              enterKeyHint="search"
            />
            <Button type="submit" variant="primary" icon="search" className="h-auto">
              {t('submit')}
            </Button>
          </form>
        </search>
        {query ? <SearchResults locale={locale} hits={hits} /> : <p className="mt-6 text-ink-soft">{t('start')}</p>}
      </div>
    </ReadingPage>
  );
};
