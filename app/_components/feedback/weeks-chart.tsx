import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '@/app/_components/ui/table';
import { useFormat } from '@/app/_i18n/use-format';
import { type Tally, VERDICTS, votesOf } from '@/domain/articles/feedback';

type Week = { week: string; tally: Tally };

const FILL = { no: 'fill-danger', partly: 'fill-warning', yes: 'fill-positive' } as const;
const HEIGHT = 60;

/** A column a week, from "no" at the foot to "yes" at the top; decoration beside the table that says the same. */
const Columns = ({ weeks }: { weeks: readonly Week[] }) => {
  const most = Math.max(1, ...weeks.map(({ tally }) => votesOf(tally)));
  return (
    <svg
      viewBox={`0 0 ${weeks.length * 10} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-28 w-full border-b border-line"
    >
      {weeks.map(({ week, tally }, index) => {
        let foot = HEIGHT;
        return (['no', 'partly', 'yes'] as const).map((verdict) => {
          const height = (HEIGHT * tally[verdict]) / most;
          foot -= height;
          return (
            <rect
              key={`${week}-${verdict}`}
              x={index * 10 + 1.5}
              y={foot}
              width={7}
              height={height}
              className={FILL[verdict]}
            />
          );
        });
      })}
    </svg>
  );
};

/** The votes of each week: columns to see, a table to read. */
export const WeeksChart = ({ weeks }: { weeks: readonly Week[] }) => {
  const t = useTranslations('feedback');
  const format = useFormat();
  const dayOf = (week: string) =>
    format.dateTime(new Date(`${week}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const [first, last] = [weeks[0], weeks.at(-1)];
  return (
    <figure className="grid gap-2">
      <Columns weeks={weeks} />
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-soft">
        <span>{first ? dayOf(first.week) : null}</span>
        <ul className="flex gap-4">
          {VERDICTS.map((verdict) => (
            <li key={verdict} className="flex items-center gap-1.5">
              <svg viewBox="0 0 10 10" aria-hidden="true" className="size-2.5">
                <rect width={10} height={10} rx={2} className={FILL[verdict]} />
              </svg>
              {t(`verdicts.${verdict}`)}
            </li>
          ))}
        </ul>
        <span>{last && last !== first ? dayOf(last.week) : null}</span>
      </figcaption>
      <details className="mt-1">
        <summary className="text-sm text-accent underline">{t('studio.weeksTable')}</summary>
        <Table label={t('studio.weeks')} className="mt-3 max-w-form">
          <thead>
            <tr>
              <Th>{t('studio.week')}</Th>
              {VERDICTS.map((verdict) => (
                <Th key={verdict}>{t(`verdicts.${verdict}`)}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ week, tally }) => (
              <tr key={week}>
                <Td>{dayOf(week)}</Td>
                {VERDICTS.map((verdict) => (
                  <Td key={verdict} className="tabular">
                    {tally[verdict]}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
};
