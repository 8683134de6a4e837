import { type SQL, sql } from 'drizzle-orm';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import type { QueryList } from '@/domain/search/report';
import type { Reader } from '../client';
import { answerReadings, searchQueries } from './log-schema';

/** Which part of the log is looked at. */
export type LogPeriod = { since: Date; locale: Locale | null };

/** A query with what became of it: how often it was sent, how many results it had lately, how often one was opened. */
export type QueryRow = {
  words: string;
  typed: string;
  /** The language it was mostly sent in. */
  locale: Locale;
  searches: number;
  results: number;
  clicks: number;
  /** The mean place of the opened results, from 1; `null` when none was opened. */
  meanRank: number | null;
  lastAt: Date;
};

const inLog = ({ since, locale }: LogPeriod): SQL => {
  const late = sql`${searchQueries.at} >= ${since.toISOString()}::timestamptz`;
  return locale ? sql`${late} and ${searchQueries.locale} = ${locale}` : late;
};

/** What each list of the report holds, of the queries grouped by their words. */
const HOLDS: Record<QueryList, SQL> = {
  frequent: sql`true`,
  nothing: sql`results = 0`,
  unclicked: sql`results > 0 and clicks = 0`,
};

/** Queries grouped by their words, most frequent first; `limit` rows at most. */
export const loggedQueries = async (
  db: Reader,
  period: LogPeriod,
  list: QueryList,
  limit: number,
): Promise<QueryRow[]> => {
  const rows = await db.execute<Record<keyof QueryRow, string | number | null>>(sql`
    with grouped as (
      select ${searchQueries.words} as words,
        mode() within group (order by ${searchQueries.typed}) as typed,
        mode() within group (order by ${searchQueries.locale}) as locale,
        count(*)::int as searches,
        (array_agg(${searchQueries.results} order by ${searchQueries.at} desc))[1] as results,
        count(${searchQueries.clickedHref})::int as clicks,
        avg(${searchQueries.clickedRank})::float as mean_rank,
        max(${searchQueries.at}) as last_at
      from ${searchQueries} where ${inLog(period)} group by 1
    )
    select words, typed, locale, searches, results, clicks, mean_rank as "meanRank", last_at as "lastAt"
    from grouped where ${HOLDS[list]} order by searches desc, last_at desc, words limit ${limit}`);
  return rows.map((row) => ({
    words: String(row.words),
    typed: String(row.typed),
    locale: isLocale(row.locale) ? row.locale : DEFAULT_LOCALE,
    searches: Number(row.searches),
    results: Number(row.results),
    clicks: Number(row.clicks),
    meanRank: row.meanRank === null ? null : Number(row.meanRank),
    lastAt: new Date(String(row.lastAt)),
  }));
};

/** The figures over all queries of a period. */
export type LogTotals = { searches: number; nothing: number; found: number; clicked: number; meanRank: number | null };

/** How many queries there were, how many had no result, and of how many with results one was opened. */
export const logTotals = async (db: Reader, period: LogPeriod): Promise<LogTotals> => {
  const [row] = await db.execute<Record<keyof LogTotals, string | number | null>>(sql`
    select count(*)::int as searches,
      count(*) filter (where ${searchQueries.results} = 0)::int as nothing,
      count(*) filter (where ${searchQueries.results} > 0)::int as found,
      count(${searchQueries.clickedHref})::int as clicked,
      avg(${searchQueries.clickedRank})::float as "meanRank"
    from ${searchQueries} where ${inLog(period)}`);
  return {
    searches: Number(row?.searches ?? 0),
    nothing: Number(row?.nothing ?? 0),
    found: Number(row?.found ?? 0),
    clicked: Number(row?.clicked ?? 0),
    meanRank: row?.meanRank == null ? null : Number(row.meanRank),
  };
};

/**
 * Which readings are looked at. Those since `settledBefore` count as open whatever came of them: a request is known at
 * once and its absence only after days, so the share of the last days would always look bad.
 */
export type ReadingPeriod = LogPeriod & { settledBefore: Date };

/** Readings counted by what came of them. */
export type OutcomeCounts = { readings: number; answered: number; asked: number; open: number; unknown: number };

/** An answer, and what came of its being read. */
export type AnswerRow = OutcomeCounts & { kind: string; href: string };

const readings = ({ settledBefore, ...period }: ReadingPeriod): SQL => sql`(
    select at, visit, kind, href, surface,
      case when outcome <> 'unknown' and at >= ${settledBefore.toISOString()}::timestamptz then 'open' else outcome end as outcome
    from ${answerReadings} where ${inReadings(period)}
  ) readings`;

const inReadings = ({ since, locale }: LogPeriod): SQL => {
  const late = sql`${answerReadings.at} >= ${since.toISOString()}::timestamptz`;
  return locale ? sql`${late} and ${answerReadings.locale} = ${locale}` : late;
};

const OUTCOMES = sql`count(*)::int as readings,
  count(*) filter (where outcome = 'answered')::int as answered,
  count(*) filter (where outcome = 'asked')::int as asked,
  count(*) filter (where outcome = 'open')::int as open,
  count(*) filter (where outcome = 'unknown')::int as unknown`;

const countsOf = (row: Record<string, unknown> | undefined): OutcomeCounts => ({
  readings: Number(row?.readings ?? 0),
  answered: Number(row?.answered ?? 0),
  asked: Number(row?.asked ?? 0),
  open: Number(row?.open ?? 0),
  unknown: Number(row?.unknown ?? 0),
});

/** Answers by how often they were read, with what came of it; `limit` rows at most. */
export const readingsByAnswer = async (db: Reader, period: ReadingPeriod, limit: number): Promise<AnswerRow[]> => {
  const rows = await db.execute<Record<string, unknown>>(sql`
    select href, min(kind) as kind, ${OUTCOMES} from ${readings(period)}
    group by href order by readings desc, href limit ${limit}`);
  return rows.map((row) => ({ ...countsOf(row), href: String(row.href), kind: String(row.kind) }));
};

/** A week, named by its Monday in the zone of the house, and what came of its visits. */
export type WeekRow = OutcomeCounts & { week: string };

/**
 * Visits by week and by where they began, oldest week first. A visit is what one reader read within a day: `asked` if a
 * request followed any of it. `fromForm` visits began at the form of a request.
 */
export const visitsByWeek = async (
  db: Reader,
  period: ReadingPeriod,
  zone: string,
): Promise<(WeekRow & { fromForm: boolean })[]> => {
  const rows = await db.execute<Record<string, unknown>>(sql`
    with visits as (
      select min(at) as at, bool_or(surface = 'request') as from_form,
        case when bool_or(outcome = 'asked') then 'asked'
          when bool_or(outcome = 'open') then 'open'
          else min(outcome) end as outcome
      from ${readings(period)} group by visit
    )
    select to_char(date_trunc('week', at at time zone ${zone}), 'YYYY-MM-DD') as week, from_form as "fromForm", ${OUTCOMES}
    from visits group by 1, 2 order by 1, 2`);
  return rows.map((row) => ({ ...countsOf(row), week: String(row.week), fromForm: row.fromForm === true }));
};
