import { useTranslations } from 'next-intl';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { AGES } from '@/domain/reports/figures';
import { Columns } from './chart';
import { FigureTable, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

/** What is still to be done now, by age and by status. */
export const BacklogReport = ({
  backlog,
  place,
}: {
  backlog: RouterOutputs['reports']['backlog'];
  place: ReportPlace;
}) => {
  const t = useTranslations('reports');
  const tStatus = useTranslations('tickets.status');
  const words = useReportWords();
  return (
    <ReportSection report="backlog" place={place}>
      {backlog.total === 0 ? (
        <NothingYet />
      ) : (
        <>
          <Columns
            format={words.count}
            bars={AGES.map((age, index) => ({ label: t(`ages.${age}`), value: backlog.ages[index] ?? 0 }))}
          />
          <FigureTable
            label={t('backlog.title')}
            head={[t('backlog.status'), ...AGES.map((age) => t(`ages.${age}`)), t('total')]}
            rows={backlog.rows.map((row) => ({
              key: row.status,
              name: deskStatusWord(tStatus, row.status),
              cells: [...row.ages, row.total].map(words.count),
            }))}
            sum={{ name: t('total'), cells: [...backlog.ages, backlog.total].map(words.count) }}
          />
        </>
      )}
    </ReportSection>
  );
};
