import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { Lines } from './chart';
import { FigureTable, Folded, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

const KINDS = ['opened', 'resolved', 'reopened'] as const;

/** What came in, what was done and what came back, over the period. */
export const VolumeReport = ({ volume, place }: { volume: RouterOutputs['reports']['volume']; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const { unit } = place.filter;
  const { parts, total } = volume;
  const empty = KINDS.every((kind) => total[kind] === 0);
  return (
    <ReportSection report="volume" place={place}>
      {empty ? (
        <NothingYet />
      ) : (
        <>
          <Lines
            whole
            parts={parts.map(({ part }) => words.tick(part, unit))}
            format={words.count}
            series={KINDS.map((kind) => ({
              label: t(`volume.${kind}`),
              values: parts.map((part) => part[kind]),
              note: words.count(total[kind]),
            }))}
          />
          <Folded>
            <FigureTable
              label={t('volume.title')}
              head={[t(`units.${unit}`), ...KINDS.map((kind) => t(`volume.${kind}`))]}
              rows={parts.map((row) => ({
                key: row.part,
                name: words.part(row.part, unit),
                cells: KINDS.map((kind) => words.count(row[kind])),
              }))}
              sum={{ name: t('total'), cells: KINDS.map((kind) => words.count(total[kind])) }}
            />
          </Folded>
        </>
      )}
    </ReportSection>
  );
};
