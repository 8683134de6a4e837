import { useTranslations } from 'next-intl';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { inLocale } from '@/domain/people/localised';
import type { Spread } from '@/domain/reports/figures';
import { Lines } from './chart';
import { FigureTable, Folded, NothingYet, type ReportPlace, ReportSection } from './frame';
import { useReportWords } from './words';

type Times = RouterOutputs['reports']['answer'];

const COLUMNS = [
  { measure: 'open', share: 'median' },
  { measure: 'open', share: 'p90' },
  { measure: 'wall', share: 'median' },
  { measure: 'wall', share: 'p90' },
] as const;

/** From here on a chart is drawn in hours. */
const LONG_MS = 2 * 3_600_000;

const useCells = () => {
  const words = useReportWords();
  return (spread: Spread) => [
    words.count(spread.count),
    ...COLUMNS.map(({ measure, share }) => words.duration(spread[measure][share], measure)),
  ];
};

const useHead = (first: string) => {
  const t = useTranslations('reports');
  return [first, t('requests'), ...COLUMNS.map(({ measure, share }) => t(`times.${measure}.${share}`))];
};

const ByLevel = ({ times, title, place }: { times: Times; title: string; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const cells = useCells();
  const head = useHead(t('level'));
  return (
    <FigureTable
      label={t('byLevel', { title })}
      head={[...head, t('times.counts')]}
      rows={times.levels.map((row) => ({
        key: row.level ?? '',
        name: row.name ? inLocale(row.name, place.locale) : t('ungraded'),
        cells: [...cells(row), t(`times.countsBy.${row.counts ?? 'none'}`)],
      }))}
      sum={{ name: t('total'), cells: [...cells(times.all), ''] }}
    />
  );
};

const ByPart = ({ times, title, place }: { times: Times; title: string; place: ReportPlace }) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const cells = useCells();
  const { unit } = place.filter;
  const head = useHead(t(`units.${unit}`));
  return (
    <FigureTable
      label={t('byPart', { title })}
      head={head}
      rows={times.parts.map((row) => ({ key: row.part, name: words.part(row.part, unit), cells: cells(row) }))}
    />
  );
};

/** One unit for a whole chart, so that its axis has round figures. */
const chartUnit = (durations: readonly number[]) =>
  Math.max(...durations) < LONG_MS
    ? ({ name: 'minute', ms: 60_000 } as const)
    : ({ name: 'hour', ms: 3_600_000 } as const);

/** How long a first answer or a resolution took: median and ninth decile over the period, and by level. */
export const TimesReport = ({
  report,
  times,
  place,
}: {
  report: 'answer' | 'resolution';
  times: Times;
  place: ReportPlace;
}) => {
  const t = useTranslations('reports');
  const words = useReportWords();
  const title = t(`${report}.title`);
  // An installation without a calendar has no opening hours to count by.
  const measure = times.all.open.median === null ? 'wall' : 'open';
  const drawn = times.parts.map((part) => part[measure]);
  const unit = chartUnit(drawn.flatMap(({ median, p90 }) => [median ?? 0, p90 ?? 0]));
  return (
    <ReportSection report={report} place={place}>
      {times.all.count === 0 ? (
        <NothingYet />
      ) : (
        <>
          <Lines
            parts={times.parts.map(({ part }) => words.tick(part, place.filter.unit))}
            format={(value) => t(`durations.${unit.name}`, { value: Math.round(value * 10) / 10 })}
            series={(['median', 'p90'] as const).map((share) => ({
              label: t(`times.${measure}.${share}`),
              values: drawn.map(({ [share]: ms }) => (ms === null ? null : ms / unit.ms)),
              note: words.duration(times.all[measure][share], measure),
            }))}
          />
          <ByLevel times={times} title={title} place={place} />
          <Folded>
            <ByPart times={times} title={title} place={place} />
          </Folded>
        </>
      )}
    </ReportSection>
  );
};
