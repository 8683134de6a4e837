import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { withQuery } from '@/app/_forms/page-input';
import type { Locale } from '@/domain/people/locale';
import { type Report, type ReportFilter, reportAddressOf } from '@/domain/reports/filter';
import { LinkButton } from '../ui/button';
import { Section } from '../ui/section';
import { Table, Th } from '../ui/table';

/** Where a report is read, and by which filter. */
export type ReportPlace = { locale: Locale; filter: ReportFilter };

/** One report: its heading, what its figures mean, a file of them, and then its chart and table. */
export const ReportSection = ({
  report,
  place,
  className,
  children,
}: {
  report: Report;
  place: ReportPlace;
  className?: string;
  children: ReactNode;
}) => {
  const t = useTranslations('reports');
  const title = t(`${report}.title`);
  const file = withQuery(`/${place.locale}/desk/reports.csv`, { report, ...reportAddressOf(place.filter) });
  return (
    <Section
      id={report}
      title={title}
      className={clsx('min-w-0 border-t border-line pt-6', className)}
      aside={
        <LinkButton href={file} icon="download" size="sm" variant="quiet" download aria-label={t('csvOf', { title })}>
          {t('csv')}
        </LinkButton>
      }
    >
      {/* A wide table of figures scrolls in itself, and widens nothing around it. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <p className="max-w-reading text-sm text-ink-soft">{t(`${report}.explained`)}</p>
        {children}
      </div>
    </Section>
  );
};

type FigureTableProps = {
  label: string;
  /** The first column names the rows, all others are figures. */
  head: readonly string[];
  rows: readonly { key: string; name: ReactNode; cells: readonly ReactNode[] }[];
  sum?: { name: string; cells: readonly ReactNode[] };
};

const CELL = 'border-b border-line px-3 py-2 text-end align-top tabular last:pe-0';
const NAME = 'max-sm:min-w-32 border-b border-line py-2 pe-3 text-start align-top font-medium';

/** The figures of a chart: one row each, figures at the right edge so that they can be compared. */
export const FigureTable = ({ label, head, rows, sum }: FigureTableProps) => {
  const t = useTranslations('reports');
  return (
    <Table label={t('tableOf', { title: label })}>
      <thead>
        <tr>
          {head.map((name, place) => (
            <Th key={name} className={place === 0 ? undefined : 'text-end'}>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row" className={NAME}>
              {name}
            </th>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <td key={place} className={CELL}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {sum ? (
        <tfoot>
          <tr>
            <th scope="row" className={clsx(NAME, 'font-semibold')}>
              {sum.name}
            </th>
            {sum.cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <td key={place} className={clsx(CELL, 'font-semibold')}>
                {cell}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </Table>
  );
};

/** A long table of figures, folded away under its chart. */
export const Folded = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('reports');
  return (
    <details>
      <summary className="w-fit cursor-pointer text-sm font-medium text-accent underline decoration-accent-line">
        {t('figures')}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
};

/** Said where a report has nothing to tell. */
export const NothingYet = () => {
  const t = useTranslations('reports');
  return (
    <p className="rounded-lg border border-dashed border-line-strong/60 px-5 py-6 text-ink-soft">{t('nothing')}</p>
  );
};
