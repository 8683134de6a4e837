import { getTranslations } from 'next-intl/server';
import { csvFile } from '@/app/_site/csv';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { type Tally, VERDICTS } from '@/domain/articles/feedback';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { filterOf, viewOf } from '../feedback/view';

type Context = { params: Promise<{ locale: string }> };
type Api = Awaited<ReturnType<typeof serverApi>>;

const countsOf = (tally: Tally): number[] => VERDICTS.map((verdict) => tally[verdict]);

const articlesFile = async (api: Api, locale: Locale, query: Record<string, string>): Promise<Response> => {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const { articles } = await api.articles.feedback(filterOf(viewOf(query)));
  const head = ['article', 'collection', 'language', 'address'].map((column) => t(`studio.csvColumns.${column}`));
  const verdicts = VERDICTS.map((verdict) => t(`verdicts.${verdict}`));
  return csvFile('feedback.csv', [
    [...head, ...verdicts, t('studio.csvColumns.unhelped'), t('studio.csvColumns.open')],
    ...articles.map((row) => [
      row.title ?? row.articleKey,
      row.collection,
      row.locale,
      row.path,
      ...countsOf(row.tally),
      Number(row.unhelped.toFixed(3)),
      row.open,
    ]),
  ]);
};

/** Every week of an article, then every reason. */
const articleFile = async (api: Api, locale: Locale, query: Record<string, string>): Promise<Response> => {
  const t = await getTranslations({ locale, namespace: 'feedback' });
  const { language, period } = viewOf(query);
  const about = { articleKey: query.article ?? '', locale: language || locale, period };
  const told = await api.articles.feedbackOf(about);
  const verdicts = VERDICTS.map((verdict) => t(`verdicts.${verdict}`));
  const columns = ['day', 'verdict', 'reason', 'words', 'handled'].map((column) => t(`studio.csvColumns.${column}`));
  const reasons = told.reasons.map((one) => [
    one.votedAt.toISOString(),
    t(`verdicts.${one.verdict}`),
    one.reason && t(`reasons.${one.reason}`),
    one.words,
    one.handledAt?.toISOString() ?? null,
  ]);
  const weeks = told.weeks.map(({ week, tally }) => [week, ...countsOf(tally)]);
  return csvFile(`feedback-${told.articleKey}.csv`, [
    [t('studio.week'), ...verdicts],
    ...weeks,
    [],
    columns,
    ...reasons,
  ]);
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
