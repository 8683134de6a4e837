import { getTranslations } from 'next-intl/server';
import { answerTitles } from '@/app/_components/search/answer-titles';
import { refusalBehind } from '@/app/_trpc/refusal';
import { isLocale } from '@/domain/people/locale';
import { type CsvValue, csvOf } from '@/domain/reports/csv';
import { answeredShare, isReportDays, QUERY_LISTS, type QueryList } from '@/domain/search/report';
import type { Call } from '@/server/kernel/call';
import { createCaller } from '@/server/root';
import { callOf } from '@/server/session';

const MOST = 5000;
const LISTS = [...QUERY_LISTS, 'answers', 'weeks'] as const;
const OUTCOMES = ['readings', 'answered', 'asked', 'open', 'unknown'] as const;

type Filter = { days: 7 | 30 | 90; locale: 'fr' | 'en' | null };
type Counts = Record<(typeof OUTCOMES)[number], number>;

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

const queryRows = async (call: Call, filter: Filter, list: QueryList): Promise<CsvValue[][]> => {
  const t = await getTranslations({ locale: call.locale, namespace: 'searches.columns' });
  const { rows } = await createCaller(call).search.report({ ...filter, list, limit: MOST });
  return [
    [t('words'), t('language'), t('searches'), t('results'), t('opened'), t('rank'), t('last')],
    ...rows.map((row) => [
      row.typed,
      row.locale,
      row.searches,
      row.results,
      row.clicks,
      rounded(row.meanRank),
      row.lastAt.toISOString(),
    ]),
  ];
};

const outcomesOf = (counts: Counts): CsvValue[] => [
  ...OUTCOMES.map((outcome) => counts[outcome]),
  rounded(answeredShare(counts)),
];

const readingRows = async (call: Call, filter: Filter, byWeek: boolean): Promise<CsvValue[][]> => {
  const t = await getTranslations({ locale: call.locale, namespace: 'searches.answers' });
  const { answers, weeks } = await createCaller(call).search.deflection({ ...filter, limit: MOST });
  const heads = [...OUTCOMES.map((outcome) => t(`columns.${outcome}`)), t('columns.share')];
  if (byWeek) {
    const origin = (fromForm: boolean) => t(fromForm ? 'fromForm' : 'fromSearch');
    return [
      [t('columns.week'), t('columns.origin'), ...heads],
      ...weeks.map((week) => [week.week, origin(week.fromForm), ...outcomesOf(week)]),
    ];
  }
  const titles = await answerTitles();
  return [
    [t('columns.answer'), t('columns.address'), ...heads],
    ...answers.map((answer) => [titles.get(answer.href) ?? '', answer.href, ...outcomesOf(answer)]),
  ];
};

/**
 * `GET /api/search/report?list=&days=&language=`: what `/studio/search` shows, as CSV with up to 5,000 rows, for those
 * who may see the page; nothing for anybody else.
 */
export const GET = async (request: Request): Promise<Response> => {
  const { searchParams } = new URL(request.url);
  const [days, language] = [Number(searchParams.get('days')), searchParams.get('language')];
  const list = LISTS.find((one) => one === searchParams.get('list'));
  if (!list || !isReportDays(days)) return new Response(null, { status: 404 });
  const filter = { days, locale: isLocale(language) ? language : null };
  try {
    const call = await callOf(request.headers);
    const rows =
      list === 'answers' || list === 'weeks'
        ? await readingRows(call, filter, list === 'weeks')
        : await queryRows(call, filter, list);
    return new Response(csvOf(rows, call.locale), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${list}-${days}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (refusalBehind(error)) return new Response(null, { status: 404 });
    throw error;
  }
};
