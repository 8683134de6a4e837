import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { inLocale } from '@/domain/people/localised';
import { ShareBar } from './chart';
import { FigureTable, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

const TEAM = ['open', 'unassigned', 'late', 'opened', 'resolved'] as const;
const AGENT = ['open', 'late', 'answers', 'resolved'] as const;

const OpenBar = ({ open, most }: { open: number; most: number }) => (
  <ShareBar amounts={[{ tone: 'accent', value: open }]} whole={most} />
);

/** What each team has to do, and what came and went. */
export const TeamsReport = ({ teams, place }: { teams: RouterOutputs['reports']['teams']; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const most = Math.max(1, ...teams.map(({ open }) => open));
  return (
    <ReportSection report="teams" place={place}>
      {teams.length === 0 ? (
        <NothingYet />
      ) : (
        <FigureTable
          label={t('teams.title')}
          head={[t('teams.team'), t('load.bar'), ...TEAM.map((column) => t(`load.${column}`))]}
          rows={teams.map((row) => ({
            key: row.teamId ?? '',
            name: row.name ? inLocale(row.name, place.locale) : t('filter.team.none'),
            cells: [
              <OpenBar key="bar" open={row.open} most={most} />,
              ...TEAM.map((column) => words.count(row[column])),
            ],
          }))}
        />
      )}
    </ReportSection>
  );
};

/** What each person of the desk has to do, and what they did. */
export const AgentsReport = ({ agents, place }: { agents: RouterOutputs['reports']['agents']; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const most = Math.max(1, ...agents.map(({ open }) => open));
  return (
    <ReportSection report="agents" place={place}>
      {agents.length === 0 ? (
        <NothingYet />
      ) : (
        <FigureTable
          label={t('agents.title')}
          head={[t('agents.person'), t('load.bar'), ...AGENT.map((column) => t(`load.${column}`))]}
          rows={agents.map((row) => ({
            key: row.userId,
            name: row.name,
            cells: [
              <OpenBar key="bar" open={row.open} most={most} />,
              ...AGENT.map((column) => words.count(row[column])),
            ],
          }))}
        />
      )}
    </ReportSection>
  );
};
