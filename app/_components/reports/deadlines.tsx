import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { inLocale } from '@/domain/people/localised';
import { keptShare } from '@/domain/reports/figures';
import { ShareBar } from './chart';
import { FigureTable, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

type Deadlines = RouterOutputs['reports']['deadlines'];

/** Which share of what was promised was kept, by level. */
export const DeadlinesReport = ({ deadlines, place }: { deadlines: Deadlines; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const cells = (row: Deadlines['all']) => [
    words.count(row.kept),
    words.count(row.missed),
    words.share(keptShare(row)),
    words.count(row.late),
  ];
  return (
    <ReportSection report="deadlines" place={place}>
      {deadlines.rows.length === 0 ? (
        <NothingYet />
      ) : (
        <FigureTable
          label={t('deadlines.title')}
          head={[
            t('deadlines.promise'),
            t('deadlines.bar'),
            t('deadlines.kept'),
            t('deadlines.missed'),
            t('deadlines.share'),
            t('deadlines.late'),
          ]}
          rows={deadlines.rows.map((row) => ({
            key: `${row.level}:${row.clock}`,
            name: (
              <>
                {row.name ? inLocale(row.name, place.locale) : t('ungraded')}
                <span className="block font-normal text-ink-soft">{t(`deadlines.clocks.${row.clock}`)}</span>
              </>
            ),
            cells: [
              <ShareBar
                key="bar"
                amounts={[
                  { tone: 'positive', value: row.kept },
                  { tone: 'danger', value: row.missed },
                ]}
              />,
              ...cells(row),
            ],
          }))}
          sum={{ name: t('total'), cells: ['', ...cells(deadlines.all)] }}
        />
      )}
    </ReportSection>
  );
};
