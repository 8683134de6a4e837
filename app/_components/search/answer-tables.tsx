import { useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { isSearchKind } from '@/domain/search/answer';
import { answeredShare } from '@/domain/search/report';
import { Table, Td, Th } from '../ui/table';
import { TextLink } from '../ui/text-link';

type Deflection = RouterOutputs['search']['deflection'];
type Counts = { readings: number; answered: number; asked: number; open: number; unknown: number };

const COLUMNS = ['readings', 'answered', 'asked', 'open', 'unknown'] as const;
const END = 'text-end!';

const Heads = () => {
  const t = useTranslations('searches.answers.columns');
  return (
    <>
      {COLUMNS.map((column) => (
        <Th key={column} className={END}>
          {t(column)}
        </Th>
      ))}
      <Th className="min-w-36">{t('share')}</Th>
    </>
  );
};

const Figures = ({ counts, name }: { counts: Counts; name: string }) => {
  const t = useTranslations('searches.answers');
  const format = useFormat();
  const share = answeredShare(counts);
  const percent = share === null ? '–' : format.number(share, { style: 'percent' });
  return (
    <>
      {COLUMNS.map((column) => (
        <Td key={column} className="tabular text-end whitespace-nowrap">
          <span className="text-ink-faint sm:hidden">{t(`columns.${column}`)} </span>
          {format.number(counts[column])}
        </Td>
      ))}
      <Td>
        <span className="flex items-center gap-2.5">
          <span className="tabular w-11 text-end font-medium">{percent}</span>
          {share === null ? null : (
            <progress className="progress w-20" value={share} max={1} aria-label={t('shareOf', { name })} />
          )}
        </span>
      </Td>
    </>
  );
};

/** What came of the visits of each week, newest first; those that began at the form by themselves. */
export const WeekTable = ({ weeks }: Pick<Deflection, 'weeks'>) => {
  const t = useTranslations('searches.answers');
  const format = useFormat();
  return (
    <Table label={t('byWeek')} stacks>
      <thead>
        <tr>
          <Th>{t('columns.week')}</Th>
          <Heads />
        </tr>
      </thead>
      <tbody>
        {[...weeks].reverse().map((week) => {
          const monday = format.dateTime(new Date(`${week.week}T12:00:00Z`), {
            day: 'numeric',
            month: 'long',
            timeZone: 'UTC',
          });
          const origin = t(week.fromForm ? 'fromForm' : 'fromSearch');
          return (
            <tr key={`${week.week}:${week.fromForm}`}>
              <Td className="min-w-48">
                <span className="font-medium">{t('weekOf', { monday })}</span>
                <span className="block text-sm text-ink-soft">{origin}</span>
              </Td>
              <Figures counts={week} name={`${monday}, ${origin}`} />
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};

type AnswerTableProps = Pick<Deflection, 'answers'> & { titles: ReadonlyMap<string, string> };

/** What came of each answer's being read, the most read first. */
export const AnswerTable = ({ answers, titles }: AnswerTableProps) => {
  const t = useTranslations('searches.answers');
  const tKind = useTranslations('search.kind');
  return (
    <Table label={t('byAnswer')} stacks>
      <thead>
        <tr>
          <Th>{t('columns.answer')}</Th>
          <Heads />
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => {
          const title = titles.get(answer.href) ?? answer.href;
          return (
            <tr key={answer.href}>
              <Td className="min-w-64">
                <TextLink href={answer.href} lang={answer.href.startsWith('/en/') ? 'en' : 'fr'}>
                  {title}
                </TextLink>
                {isSearchKind(answer.kind) ? (
                  <span className="block text-sm text-ink-soft">{tKind(answer.kind)}</span>
                ) : null}
              </Td>
              <Figures counts={answer} name={title} />
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
};
