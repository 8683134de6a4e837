import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ArticleFilter } from '@/app/_components/articles/article-filter';
import { Day } from '@/app/_components/articles/day';
import { Button } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Pagination } from '@/app/_components/ui/pagination';
import { Table, Th } from '@/app/_components/ui/table';
import { takeFlash } from '@/app/_forms/flash';
import { FormMessage } from '@/app/_forms/form-message';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { AUDIENCES } from '@/domain/access/grants';
import { REVIEW_STATES } from '@/domain/articles/reviews';
import { isLocale, type Locale } from '@/domain/people/locale';
import { everyEntry } from '@/server/kernel/content';
import { reviewArticle } from './actions';
import { ArticleRow } from './article-row';
import { type View, ViewFields, viewOf } from './view';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'studio.articles' });
  return { title: t('title') };
};

const SHOWN = [...REVIEW_STATES, 'untranslated'] as const;

const inputOf = ({ q, language, audience, shown, page }: View) => {
  const [wantedAudience, wantedState] = [AUDIENCES.find((one) => one === audience), SHOWN.find((one) => one === shown)];
  return {
    text: q.slice(0, 200),
    ...(isLocale(language) ? { locale: language } : {}),
    ...(wantedAudience ? { audience: wantedAudience } : {}),
    ...(wantedState ? { shown: wantedState } : {}),
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(page)) || 1)),
  };
};

type DoneProps = { query: Record<string, string>; view: View; locale: Locale };

/** What was just done, and the way to take it back. */
const Done = ({ query, view, locale }: DoneProps) => {
  const t = useTranslations('studio.articles');
  const { done, about = '', from = '', later } = query;
  if (done === 'undone') {
    return (
      <Callout tone="positive" role="status">
        {t('undone')}
      </Callout>
    );
  }
  const article = isLocale(about) ? everyEntry(about, 'article').find(({ key }) => key === done) : undefined;
  if (!article) return null;
  return (
    <Callout tone="positive" role="status">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          {later
            ? t('doneLater', { title: article.title })
            : t.rich('done', { title: article.title, date: () => <Day day={article.reviewedOn} /> })}
        </p>
        {from && (later || from !== article.reviewedOn) ? (
          <form action={reviewArticle}>
            <ViewFields view={view} locale={locale} about={{ language: about, key: article.key, on: from }} />
            <Button type="submit" size="sm" variant="quiet">
              {t('undo')}
            </Button>
          </form>
        ) : null}
      </div>
    </Callout>
  );
};

export default async function StudioArticlesPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/articles`;
  const view = viewOf(query);
  const { articles, page, pages, found } = await orNotFound((await serverApi()).articles.list(inputOf(view)), here);
  const flash = await takeFlash('articles');
  const t = await getTranslations('studio.articles');
  const narrowed = Boolean(view.q || view.shown || view.language || view.audience);
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <FormMessage flash={flash} />
      {flash ? null : <Done query={query} view={view} locale={locale} />}
      <ArticleFilter view={view} />
      {articles.length === 0 ? (
        <EmptyState icon="file-text" title={t(narrowed ? 'empty' : 'none')}>
          <p>{t(narrowed ? 'emptyBody' : 'noneBody')}</p>
        </EmptyState>
      ) : (
        <>
          <p className="tabular text-sm text-ink-soft">{t('found', { count: found })}</p>
          <Table label={t('title')} stacks>
            <thead>
              <tr>
                <Th>{t('columns.article')}</Th>
                <Th>{t('columns.audience')}</Th>
                <Th>{t('columns.changed')}</Th>
                <Th>{t('columns.reviewed')}</Th>
                <Th>{t('columns.due')}</Th>
                <Th>{t('columns.action')}</Th>
              </tr>
            </thead>
            <tbody>
              {articles.map((row) => (
                <ArticleRow key={`${row.locale} ${row.key}`} row={row} view={view} locale={locale} />
              ))}
            </tbody>
          </Table>
          <Pagination page={page} pages={pages} href={(number) => withQuery(here, { ...view, page: String(number) })} />
        </>
      )}
    </div>
  );
}
