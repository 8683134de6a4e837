import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BacklogReport } from '@/app/_components/reports/backlog';
import { Computing } from '@/app/_components/reports/computing';
import { DeadlinesReport } from '@/app/_components/reports/deadlines';
import { AgentsReport, TeamsReport } from '@/app/_components/reports/loads';
import { RatingsReport } from '@/app/_components/reports/ratings';
import { ReportFilterForm } from '@/app/_components/reports/report-filter';
import { TimesReport } from '@/app/_components/reports/times';
import { VolumeReport } from '@/app/_components/reports/volume';
import { useReportWords } from '@/app/_components/reports/words';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Stat } from '@/app/_components/ui/stat';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import type { Locale } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import { keptShare } from '@/domain/reports/figures';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'reports' });
  return { title: t('title') };
};

type Choices = RouterOutputs['reports']['choices'];
type Api = Awaited<ReturnType<typeof serverApi>>;

/** One after the other, so that a report never takes more than one connection from those who answer requests. */
const readAll = async ({ reports }: Api, address: Record<string, string>) => ({
  volume: await reports.volume({ address }),
  answer: await reports.answer({ address }),
  resolution: await reports.resolution({ address }),
  deadlines: await reports.deadlines({ address }),
  backlog: await reports.backlog({ address }),
  ratings: await reports.ratings({ address }),
  teams: await reports.teams({ address }),
  agents: await reports.agents({ address }),
});
type All = Awaited<ReturnType<typeof readAll>>;

/** The reports, or the word that they were asked for too often. */
const readInPace = async (api: Api, address: Record<string, string>): Promise<All | Refusal> => {
  try {
    return await readAll(api, address);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal?.code !== 'too-many') throw error;
    return refusal;
  }
};

/** Said in the place of figures that were asked for too often. */
const TooOften = ({ refusal }: { refusal: Refusal }) => {
  const t = useTranslations('reports.tooOften');
  return (
    <Callout tone="warning" role="alert" title={t('title')}>
      <p>{t('body', { minutes: Number(refusal.data.minutes) })}</p>
    </Callout>
  );
};

/** All reports, one below the other. */
const Figures = ({ all, choices, locale }: { all: All; choices: Choices; locale: Locale }) => {
  const t = useTranslations('reports');
  const place = { locale, filter: choices.filter };
  return (
    <Computing words={t('computing')} about={<Period choices={choices} />}>
      <Summary all={all} />
      <VolumeReport volume={all.volume} place={place} />
      <TimesReport report="answer" times={all.answer} place={place} />
      <TimesReport report="resolution" times={all.resolution} place={place} />
      <DeadlinesReport deadlines={all.deadlines} place={place} />
      <BacklogReport backlog={all.backlog} place={place} />
      <RatingsReport ratings={all.ratings} place={place} />
      <TeamsReport teams={all.teams} place={place} />
      <AgentsReport agents={all.agents} place={place} />
    </Computing>
  );
};

const Summary = ({ all }: { all: All }) => {
  const t = useTranslations('reports.summary');
  const words = useReportWords();
  const { volume, answer, resolution, deadlines, backlog, ratings } = all;
  const satisfied = ratings.rows.find(({ rating }) => rating === 'satisfied')?.count ?? 0;
  const measure = answer.all.count > 0 && answer.all.open.median === null ? 'wall' : 'open';
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 rounded-lg border border-line bg-surface p-5 md:grid-cols-3 xl:grid-cols-6">
      <Stat
        label={t('opened')}
        value={words.count(volume.total.opened)}
        note={t('resolved', { count: volume.total.resolved })}
      />
      <Stat
        label={t('backlog')}
        value={words.count(backlog.total)}
        note={t('reopened', { count: volume.total.reopened })}
      />
      <Stat
        label={t('answer')}
        value={words.duration(answer.all[measure].median, measure)}
        note={t(`median.${measure}`)}
      />
      <Stat
        label={t('resolution')}
        value={words.duration(resolution.all[measure].median, measure)}
        note={t(`median.${measure}`)}
      />
      <Stat
        label={t('kept')}
        value={words.share(keptShare(deadlines.all))}
        note={t('late', { count: deadlines.all.late })}
      />
      <Stat
        label={t('satisfied')}
        value={words.share(ratings.total === 0 ? null : satisfied / ratings.total)}
        note={t('ratings', { count: ratings.total })}
      />
    </dl>
  );
};

const Period = ({ choices }: { choices: Choices }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const { filter, timeZone } = choices;
  return t('period', { from: words.date(filter.from), until: words.date(filter.until), timeZone });
};

export default async function ReportsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/desk/reports`;
  await grantedPerson('reports.volume', here);
  const api = await serverApi();
  const choices = await orNotFound(api.reports.choices({ address: query }), here);
  const { everything, teams } = choices;
  const t = await getTranslations('reports');
  const nothingToSee = !everything && teams.length === 0;
  const all = nothingToSee ? null : await orNotFound(readInPace(api, query), here);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
      <PageHeader scale="work" title={t('title')} lead={t(everything ? 'lead' : 'leadOwn')} />
      {all ? (
        <>
          <ReportFilterForm base={here} locale={locale} choices={choices} typed={query} />
          {all instanceof Refusal ? (
            <TooOften refusal={all} />
          ) : (
            <Figures all={all} choices={choices} locale={locale} />
          )}
        </>
      ) : (
        <EmptyState icon="chart" title={t('noTeam.title')}>
          <p>{t('noTeam.body')}</p>
        </EmptyState>
      )}
    </div>
  );
}
