import { getTranslations } from 'next-intl/server';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { csvFile } from '@/app/_site/csv';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { inLocale, type LocalisedText } from '@/domain/people/localised';
import type { Refusal } from '@/domain/refusal';
import type { CsvValue } from '@/domain/reports/csv';
import { AGES, keptShare, type Spread } from '@/domain/reports/figures';
import { REPORTS, type Report } from '@/domain/reports/filter';

type Context = { params: Promise<{ locale: string }> };

const HOUR_MS = 3_600_000;
const SHARE_DIGITS = 4;

/** What a table of a report is made with. */
type Making = {
  reports: Awaited<ReturnType<typeof serverApi>>['reports'];
  input: { address: Record<string, string> };
  t: Awaited<ReturnType<typeof getTranslations<'reports'>>>;
  status: Awaited<ReturnType<typeof getTranslations<'tickets.status'>>>;
  named: (name: LocalisedText | null, otherwise: string) => string;
};

const hours = (ms: number | null): number | null => (ms === null ? null : Math.round((ms / HOUR_MS) * 100) / 100);
const share = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(SHARE_DIGITS)));
const spread = ({ count, open, wall }: Spread): CsvValue[] => [
  count,
  hours(open.median),
  hours(open.p90),
  hours(wall.median),
  hours(wall.p90),
];

const timesTable =
  (report: 'answer' | 'resolution') =>
  async ({ reports, input, t, named }: Making): Promise<CsvValue[][]> => {
    const times = await reports[report](input);
    const columns = (['open', 'wall'] as const).flatMap((measure) =>
      (['median', 'p90'] as const).map((one) => t('csvHours', { name: t(`times.${measure}.${one}`) })),
    );
    return [
      [t('level'), t('csvPart'), t('requests'), ...columns],
      [t('total'), null, ...spread(times.all)],
      ...times.levels.map((row) => [named(row.name, t('ungraded')), null, ...spread(row)]),
      ...times.parts.map((row) => [null, row.part, ...spread(row)]),
    ];
  };

/** The figures of each report as rows, the names of the columns first; durations in hours, shares from 0 to 1. */
const TABLES: Record<Report, (making: Making) => Promise<CsvValue[][]>> = {
  answer: timesTable('answer'),
  resolution: timesTable('resolution'),
  volume: async ({ reports, input, t }) => [
    [t('csvPart'), t('volume.opened'), t('volume.resolved'), t('volume.reopened')],
    ...(await reports.volume(input)).parts.map((row) => [row.part, row.opened, row.resolved, row.reopened]),
  ],
  deadlines: async ({ reports, input, t, named }) => [
    [
      t('level'),
      t('deadlines.promise'),
      ...(['kept', 'missed', 'share', 'late'] as const).map((column) => t(`deadlines.${column}`)),
    ],
    ...(await reports.deadlines(input)).rows.map((row) => [
      named(row.name, t('ungraded')),
      t(`deadlines.clocks.${row.clock}`),
      row.kept,
      row.missed,
      share(keptShare(row)),
      row.late,
    ]),
  ],
  backlog: async ({ reports, input, t, status }) => [
    [t('backlog.status'), ...AGES.map((age) => t(`ages.${age}`)), t('total')],
    ...(await reports.backlog(input)).rows.map((row) => [deskStatusWord(status, row.status), ...row.ages, row.total]),
  ],
  ratings: async ({ reports, input, t }) => [
    [t('ratings.rating'), t('ratings.count')],
    ...(await reports.ratings(input)).rows.map((row) => [t(`ratings.words.${row.rating}`), row.count]),
  ],
  teams: async ({ reports, input, t, named }) => [
    [
      t('teams.team'),
      ...(['open', 'unassigned', 'late', 'opened', 'resolved'] as const).map((column) => t(`load.${column}`)),
    ],
    ...(await reports.teams(input)).map((row) => [
      named(row.name, t('filter.team.none')),
      row.open,
      row.unassigned,
      row.late,
      row.opened,
      row.resolved,
    ]),
  ],
  agents: async ({ reports, input, t }) => [
    [t('agents.person'), ...(['open', 'late', 'answers', 'resolved'] as const).map((column) => t(`load.${column}`))],
    ...(await reports.agents(input)).map((row) => [row.name, row.open, row.late, row.answers, row.resolved]),
  ],
};

const makingFor = async (locale: Locale, address: Record<string, string>): Promise<Making> => {
  const { reports } = await serverApi(locale);
  return {
    reports,
    input: { address },
    t: await getTranslations({ locale, namespace: 'reports' }),
    status: await getTranslations({ locale, namespace: 'tickets.status' }),
    named: (name, otherwise) => (name ? inLocale(name, locale) : otherwise),
  };
};

/** What whoever asks too often is told: by words for people, by a header for programs. */
const tooOften = async ({ data }: Refusal, locale: Locale): Promise<Response> => {
  const t = await getTranslations({ locale, namespace: 'reports.tooOften' });
  const minutes = Number(data.minutes);
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(minutes * 60),
  };
  return new Response(t('body', { minutes }), { status: 429, headers });
};

/**
 * `GET /{locale}/desk/reports.csv?report=volume`: the figures of one report, narrowed as its page is; nothing for who may not see it,
 * and a word (429) for who asks too often.
 */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const { locale: segment } = await params;
  const locale = isLocale(segment) ? segment : DEFAULT_LOCALE;
  const { report: wanted, ...address } = Object.fromEntries(new URL(request.url).searchParams);
  const report = REPORTS.find((one) => one === wanted);
  if (!report) return new Response(null, { status: 404 });
  try {
    const rows = await TABLES[report](await makingFor(locale, address));
    return csvFile(`reports-${report}.csv`, rows, locale);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal?.code === 'too-many') return tooOften(refusal, locale);
    if (refusal) return new Response(null, { status: 404 });
    throw error;
  }
};
