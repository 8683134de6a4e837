import { getTranslations } from 'next-intl/server';
import { csvFile } from '@/app/_site/csv';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { type Tally, VERDICTS } from '@/domain/articles/feedback';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import type { CsvValue } from '@/domain/reports/csv';
import { filterOf, viewOf } from '../feedback/view';

type Context = { params: Promise<{ locale: string }> };
type Api = Awaited<ReturnType<typeof serverApi>>;
type List = RouterOutputs['articles']['feedback'];
type Told = RouterOutputs['articles']['feedbackOf'];

/** Articles, or reasons, that are read at once. */
const PART = 500;

const countsOf = (tally: Tally): number[] => VERDICTS.map((verdict) => tally[verdict]);

/** Every article of the list, part by part. */
async function* articleRows(
  locale: Locale,
  first: List,
  readNext: (list: List) => Promise<List | null>,
): AsyncGenerator<CsvValue[]> {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const head = ['article', 'collection', 'language', 'address'].map((column) => t(`studio.csvColumns.${column}`));
  const verdicts = VERDICTS.map((verdict) => t(`verdicts.${verdict}`));
  yield [...head, ...verdicts, t('studio.csvColumns.unhelped'), t('studio.csvColumns.open')];
  for (let list: List | null = first; list; list = await readNext(list)) {
    for (const row of list.articles) {
      yield [
        row.title ?? row.articleKey,
        row.collection,
        row.locale,
        row.path,
        ...countsOf(row.tally),
        Number(row.unhelped.toFixed(3)),
        row.open,
      ];
    }
  }
}

const articlesFile = async (api: Api, locale: Locale, query: Record<string, string>): Promise<Response> => {
  const filter = { ...filterOf(viewOf(query)), limit: PART };
  const first = await api.articles.feedback(filter);
  const readNext = async ({ page, pages }: List) =>
    page < pages ? api.articles.feedback({ ...filter, page: page + 1 }) : null;
  return csvFile('feedback.csv', articleRows(locale, first, readNext), locale);
};

/** Every week of an article, then every reason, part by part. */
async function* rowsOf(
  locale: Locale,
  first: Told,
  readNext: (told: Told) => Promise<Told | null>,
): AsyncGenerator<CsvValue[]> {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  yield [t('studio.week'), ...VERDICTS.map((verdict) => t(`verdicts.${verdict}`))];
  for (const { week, tally } of first.weeks) yield [week, ...countsOf(tally)];
  yield [];
  yield ['day', 'verdict', 'reason', 'words', 'handled'].map((column) => t(`studio.csvColumns.${column}`));
  for (let told: Told | null = first; told; told = await readNext(told)) {
    for (const one of told.reasons) {
      yield [
        one.votedAt.toISOString(),
        t(`verdicts.${one.verdict}`),
        one.reason && t(`reasons.${one.reason}`),
        one.words,
        one.handledAt?.toISOString() ?? null,
      ];
    }
  }
}

const articleFile = async (api: Api, locale: Locale, query: Record<string, string>): Promise<Response> => {
  const { language, period } = viewOf(query);
  const about = { articleKey: query.article ?? '', locale: language || locale, period, limit: PART };
  const first = await api.articles.feedbackOf(about);
  const readNext = async ({ next }: Told) => (next ? api.articles.feedbackOf({ ...about, after: next }) : null);
  return csvFile(`feedback-${first.articleKey}.csv`, rowsOf(locale, first, readNext), locale);
};

/** `GET /{locale}/studio/feedback.csv`: the list as it is narrowed, or with `article=` the weeks and reasons of one. */
export const GET = async (request: Request, { params }: Context): Promise<Response> => {
  const { locale: segment } = await params;
  const locale = isLocale(segment) ? segment : DEFAULT_LOCALE;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const api = await serverApi(locale);
  try {
    return await (query.article ? articleFile(api, locale, query) : articlesFile(api, locale, query));
  } catch (error) {
    if (refusalBehind(error)) return new Response(null, { status: 404 });
    throw error;
  }
};
