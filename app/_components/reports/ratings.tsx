import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { ShareBar } from './chart';
import { FigureTable, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

const TONES = { satisfied: 'positive', mixed: 'warning', dissatisfied: 'danger' } as const;

/** What requesters thought of how they were helped. */
export const RatingsReport = ({
  ratings,
  place,
}: {
  ratings: RouterOutputs['reports']['ratings'];
  place: ReportPlace;
}) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  return (
    <ReportSection report="ratings" place={place}>
      {ratings.total === 0 ? (
        <NothingYet />
      ) : (
        <FigureTable
          label={t('ratings.title')}
          head={[t('ratings.rating'), t('ratings.bar'), t('ratings.count'), t('ratings.share')]}
          rows={ratings.rows.map(({ rating, count }) => ({
            key: rating,
            name: t(`ratings.words.${rating}`),
            cells: [
              <ShareBar key="bar" amounts={[{ tone: TONES[rating], value: count }]} whole={ratings.total} />,
              words.count(count),
              words.share(count / ratings.total),
            ],
          }))}
          sum={{ name: t('total'), cells: ['', words.count(ratings.total), ''] }}
        />
      )}
    </ReportSection>
  );
};
