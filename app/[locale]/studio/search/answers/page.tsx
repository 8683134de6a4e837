import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AnswerTable, WeekTable } from '@/app/_components/search/answer-tables';
import { answerTitles } from '@/app/_components/search/answer-titles';
import { ReportFilter, ReportFrame } from '@/app/_components/search/report-frame';
import { reportViewOf } from '@/app/_components/search/report-view';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Stat } from '@/app/_components/ui/stat';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { FOLLOW_UP_DAYS } from '@/domain/search/log';
import { answeredShare } from '@/domain/search/report';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'searches.answers' });
  return { title: t('title') };
};

export default async function StudioAnswersPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/search/answers`;
  const view = reportViewOf(query);
  const api = await serverApi();
  const { answers, weeks } = await orNotFound(api.search.deflection({ days: view.days, locale: view.language }), here);
  const titles = await answerTitles();
  const t = await getTranslations('searches');
  const exported = (list: string) =>
    `/api/search/report?${new URLSearchParams({ days: String(view.days), ...(view.language ? { language: view.language } : {}), list })}`;
  return (
    <ReportFrame
      locale={locale}
      page="answers"
      view={view}
      actions={
        <>
          <LinkButton href={exported('weeks')} icon="download" size="sm" download>
            {t('answers.exportWeeks')}
          </LinkButton>
          <LinkButton href={exported('answers')} icon="download" size="sm" download>
            {t('answers.exportAnswers')}
          </LinkButton>
        </>
      }
    >
      <ReportFilter page={here} view={view} />
      {answers.length === 0 ? (
        <EmptyState icon="book-open" title={t('answers.empty.title')}>
          <p>{t('answers.empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <Shares weeks={weeks} />
          <Definition />
          <div className="grid gap-3">
            <h2 className="text-lg">{t('answers.byWeek')}</h2>
            <WeekTable weeks={weeks} />
          </div>
          <div className="grid gap-3">
            <h2 className="text-lg">{t('answers.byAnswer')}</h2>
            <AnswerTable answers={answers} titles={titles} />
          </div>
        </>
      )}
    </ReportFrame>
  );
}

type Weeks = RouterOutputs['search']['deflection']['weeks'];

const sumOf = (weeks: Weeks, fromForm: boolean) =>
  weeks
    .filter((week) => week.fromForm === fromForm)
    .reduce(
      (sum, week) => ({
        readings: sum.readings + week.readings,
        answered: sum.answered + week.answered,
        asked: sum.asked + week.asked,
        open: sum.open + week.open,
        unknown: sum.unknown + week.unknown,
      }),
      { readings: 0, answered: 0, asked: 0, open: 0, unknown: 0 },
    );

const Shares = ({ weeks }: { weeks: Weeks }) => {
  const t = useTranslations('searches.answers.shares');
  const format = useFormat();
  const sums = { form: sumOf(weeks, true), search: sumOf(weeks, false) };
  const shareOf = (sum: { answered: number; asked: number }): string => {
    const share = answeredShare(sum);
    return share === null ? '–' : format.number(share, { style: 'percent' });
  };
  return (
    <dl className="grid gap-x-6 gap-y-5 rounded-lg border border-line bg-surface p-5 sm:grid-cols-2 lg:grid-cols-4">
      {(['form', 'search'] as const).map((origin) => (
        <Stat
          key={origin}
          label={t(origin)}
          value={shareOf(sums[origin])}
          note={t('of', { answered: sums[origin].answered, settled: sums[origin].answered + sums[origin].asked })}
        />
      ))}
      <Stat
        label={t('open')}
        value={format.number(sums.form.open + sums.search.open)}
        note={t('openNote', { days: FOLLOW_UP_DAYS })}
      />
      <Stat
        label={t('unknown')}
        value={format.number(sums.form.unknown + sums.search.unknown)}
        note={t('unknownNote')}
      />
    </dl>
  );
};

/** What the figures mean, in words, under them: a share without its rule says nothing. */
const Definition = () => {
  const t = useTranslations('searches.answers.definition');
  return (
    <section aria-labelledby="definition" className="max-w-reading rounded-lg bg-sunken p-5 text-[0.9375rem]">
      <h2 id="definition" className="text-base font-semibold">
        {t('title')}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 ps-5 text-ink-soft">
        {(['read', 'answered', 'visit', 'form', 'unseen', 'who'] as const).map((part) => (
          <li key={part}>{t(part, { days: FOLLOW_UP_DAYS })}</li>
        ))}
      </ul>
    </section>
  );
};
