import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { QueryTable } from '@/app/_components/search/query-table';
import { ReportFilter, ReportFrame } from '@/app/_components/search/report-frame';
import { reportViewOf, viewAddress, viewQuery } from '@/app/_components/search/report-view';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Stat } from '@/app/_components/ui/stat';
import { SubNav } from '@/app/_components/ui/subnav';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { QUERY_LISTS } from '@/domain/search/report';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'searches.queries' });
  return { title: t('title') };
};

export default async function StudioSearchPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/search`;
  const view = reportViewOf(query);
  const api = await serverApi();
  const { totals, rows } = await orNotFound(
    api.search.report({ days: view.days, locale: view.language, list: view.list }),
    here,
  );
  const t = await getTranslations('searches');
  return (
    <ReportFrame
      locale={locale}
      page="queries"
      view={view}
      actions={
        <LinkButton
          href={`/api/search/report?${new URLSearchParams({ ...viewQuery(view), list: view.list })}`}
          icon="download"
          size="sm"
          download
        >
          {t('export')}
        </LinkButton>
      }
    >
      <ReportFilter page={here} view={view} />
      <Totals totals={totals} />
      <div className="grid gap-4">
        <SubNav
          label={t('choose')}
          items={QUERY_LISTS.map((list) => ({
            href: viewAddress(here, { ...view, list }),
            label: t(`lists.${list}`),
            current: list === view.list,
          }))}
        />
        <p className="text-sm text-ink-soft">{t(`explained.${view.list}`)}</p>
        {rows.length === 0 ? (
          <EmptyState icon="search" title={t('empty.title')}>
            <p>{t('empty.text')}</p>
          </EmptyState>
        ) : (
          <QueryTable locale={locale} list={view.list} rows={rows} now={new Date()} />
        )}
      </div>
    </ReportFrame>
  );
}

const Totals = ({ totals }: Pick<RouterOutputs['search']['report'], 'totals'>) => {
  const t = useTranslations('searches.totals');
  const format = useFormat();
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : format.number(part / whole, { style: 'percent' });
  const { searches, nothing, found, clicked, meanRank } = totals;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 rounded-lg border border-line bg-surface p-5 md:grid-cols-4">
      <Stat label={t('searches')} value={format.number(searches)} />
      <Stat label={t('nothing')} value={share(nothing, searches)} note={t('nothingNote', { count: nothing })} />
      <Stat label={t('clicked')} value={share(clicked, found)} note={t('clickedNote', { count: clicked })} />
      <Stat
        label={t('rank')}
        value={meanRank === null ? '–' : format.number(meanRank, { maximumFractionDigits: 1 })}
        note={t('rankNote')}
      />
    </dl>
  );
};
