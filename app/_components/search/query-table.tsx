import { useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import type { QueryList } from '@/domain/search/report';
import { Table, Td, Th } from '../ui/table';
import { TextLink } from '../ui/text-link';
import { RelativeTime } from '../ui/time';

type Row = RouterOutputs['search']['report']['rows'][number];
type QueryTableProps = { locale: Locale; list: QueryList; rows: readonly Row[]; now: Date };

const FIGURE = 'tabular text-end whitespace-nowrap';

const Figure = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <Td className={FIGURE}>
    <span className="text-ink-faint sm:hidden">{label} </span>
    {children}
  </Td>
);

/** Queries with what became of them; each leads to what it finds today. */
export const QueryTable = ({ locale, list, rows, now }: QueryTableProps) => {
  const t = useTranslations('searches');
  const format = useFormat();
  return (
    <Table label={t(`lists.${list}`)} stacks>
      <thead>
        <tr>
          <Th>{t('columns.words')}</Th>
          <Th className="text-end!">{t('columns.searches')}</Th>
          {list === 'nothing' ? null : <Th className="text-end!">{t('columns.results')}</Th>}
          {list === 'frequent' ? (
            <>
              <Th className="text-end!">{t('columns.clicks')}</Th>
              <Th className="text-end!">{t('columns.rank')}</Th>
            </>
          ) : null}
          <Th className="text-end!">{t('columns.last')}</Th>
          {list === 'nothing' ? (
            <Th>
              <span className="sr-only">{t('synonyms.link')}</span>
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.words}>
            <Td className="min-w-56 font-medium">
              <TextLink href={`/${row.locale}/search?${new URLSearchParams({ q: row.typed })}`} lang={row.locale}>
                {row.typed}
              </TextLink>
            </Td>
            <Figure label={t('columns.searches')}>{format.number(row.searches)}</Figure>
            {list === 'nothing' ? null : <Figure label={t('columns.results')}>{format.number(row.results)}</Figure>}
            {list === 'frequent' ? (
              <>
                <Figure label={t('columns.clicks')}>
                  {format.number(row.clicks / row.searches, { style: 'percent' })}
                </Figure>
                <Figure label={t('columns.rank')}>
                  {row.meanRank === null ? '–' : format.number(row.meanRank, { maximumFractionDigits: 1 })}
                </Figure>
              </>
            ) : null}
            <Td className="text-end whitespace-nowrap text-ink-soft">
              <RelativeTime at={row.lastAt} now={now} />
            </Td>
            {list === 'nothing' ? (
              <Td className="text-end whitespace-nowrap">
                <TextLink
                  href={`/${locale}/studio/search/synonyms?${new URLSearchParams({ words: row.typed, language: row.locale })}`}
                  aria-label={t('synonyms.linkOf', { words: row.typed })}
                >
                  {t('synonyms.link')}
                </TextLink>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
