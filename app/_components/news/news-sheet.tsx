import { useTranslations } from 'next-intl';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Pagination } from '@/app/_components/ui/pagination';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { type Facts, StructuredData } from '@/app/_site/structured-data';
import { type NewsFilter, NO_FILTER, NOTES_A_PAGE, newsAddress, passes } from '@/domain/news/filter';
import type { Locale } from '@/domain/people/locale';
import { hasReserved, pathOf, type ReleaseNoteEntry } from '@/server/kernel/content';
import type { ThemeTitles } from './load-themes';
import { AppliedFilters, NewsFilters } from './news-filters';
import { NewsTabs } from './news-tabs';
import { ReleaseMonths } from './release-months';

type NewsSheetProps = {
  locale: Locale;
  /** All notes this reader may see, newest first. */
  notes: readonly ReleaseNoteEntry[];
  themes: ThemeTitles;
  filter?: NewsFilter;
  page?: number;
};

/** How many pages a filtered list has. */
export const newsPages = (notes: readonly ReleaseNoteEntry[], filter: NewsFilter): number =>
  Math.max(1, Math.ceil(notes.filter((note) => passes(note, filter)).length / NOTES_A_PAGE));

/** The release notes by month, narrowed by kind, month or theme, a page at a time. */
export const NewsSheet = ({ locale, notes, themes, filter = NO_FILTER, page = 1 }: NewsSheetProps) => {
  const t = useTranslations('news');
  const address = newsAddress(filter, page);
  const found = notes.filter((note) => passes(note, filter));
  const shown = found.slice((page - 1) * NOTES_A_PAGE, page * NOTES_A_PAGE);
  return (
    <ReadingPage
      locale={locale}
      section="news"
      alternates={sameInAll(`/news${address}`)}
      more={hasReserved(locale, 'releaseNote')}
    >
      {shown.length > 0 ? <StructuredData data={listData(shown)} /> : null}
      <PageHeader
        title={t('title')}
        lead={t('lead', { brand: brand.name })}
        actions={
          <>
            <LinkButton href={`/${locale}/news.atom`} icon="rss">
              {t('feed')}
            </LinkButton>
            <LinkButton href={`/${locale}/news.rss`} variant="quiet">
              {t('rss')}
            </LinkButton>
          </>
        }
      />
      <NewsTabs locale={locale} current="news" />
      {notes.length === 0 ? (
        <EmptyState className="mt-12" icon="newspaper" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="mt-8 grid gap-x-12 gap-y-6 lg:mt-12 lg:grid-cols-[13rem_minmax(0,1fr)]">
          <NewsFilters locale={locale} notes={notes} themes={themes} filter={filter} />
          <div className="min-w-0">
            <div className="flex min-h-8 flex-wrap items-center gap-2">
              <p className="me-2 text-sm text-ink-faint">{t('count', { count: found.length })}</p>
              <AppliedFilters locale={locale} themes={themes} filter={filter} />
            </div>
            {shown.length === 0 ? (
              <EmptyState
                className="mt-6"
                icon="filter"
                title={t('noneFiltered.title')}
                actions={<LinkButton href={`/${locale}/news`}>{t('noneFiltered.action')}</LinkButton>}
              />
            ) : (
              <ReleaseMonths notes={shown} />
            )}
            <div className="mt-10">
              <Pagination
                page={page}
                pages={newsPages(notes, filter)}
                href={(to) => `/${locale}/news${newsAddress(filter, to)}`}
              />
            </div>
          </div>
        </div>
      )}
    </ReadingPage>
  );
};

const listData = (notes: readonly ReleaseNoteEntry[]): Facts => ({
  '@type': 'ItemList',
  itemListElement: notes.map((note, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: note.title,
    item: absolute(pathOf(note)),
  })),
});
