import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { FeedbackFilter } from '@/app/_components/feedback/feedback-filter';
import { UnhelpedScore } from '@/app/_components/feedback/score';
import { TallyBar } from '@/app/_components/feedback/tally-bar';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Pagination } from '@/app/_components/ui/pagination';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import type { RouterOutputs } from '@/app/_trpc/outputs';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { AUDIENCES } from '@/domain/access/grants';
import { ENOUGH_VOTES } from '@/domain/articles/feedback';
import { collections } from '@/server/kernel/content';
import { filterOf, pageIn, viewOf } from './view';

type Row = RouterOutputs['articles']['feedback']['articles'][number];

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'feedback.studio' });
  return { title: t('title') };
};

const ArticleRow = ({ row, here, period }: { row: Row; here: string; period: string }) => {
  const t = useTranslations('feedback.studio');
  return (
    <RowLink>
      <Td className="min-w-56">
        <RowAnchor
          href={withQuery(`${here}/${row.articleKey}`, { language: row.locale, period })}
          className="font-medium"
        >
          {row.title ?? row.articleKey}
        </RowAnchor>
        <p className="mt-0.5 text-sm text-ink-soft">
          {row.collection ?? t('gone')} · {t(`languages.${row.locale}`)}
        </p>
      </Td>
      <Td>
        <UnhelpedScore tally={row.tally} unhelped={row.unhelped} />
      </Td>
      <Td>
        <TallyBar tally={row.tally} />
      </Td>
      <Td>
        {row.open > 0 ? (
          <Badge tone="warning">{t('open', { count: row.open })}</Badge>
        ) : (
          // Of what there are none stands in the head, which phones do not show.
          <span className="max-sm:hidden">{t('noneOpen')}</span>
        )}
      </Td>
    </RowLink>
  );
};

/** How the order comes about, in words: nobody should have to trust a figure they cannot explain. */
const HowItIsRanked = () => {
  const t = useTranslations('feedback.studio');
  return (
    <details className="max-w-reading text-ink-soft">
      <summary className="text-accent underline">{t('how.title')}</summary>
      <p className="mt-2">{t('how.score')}</p>
      <p className="mt-2">{t('how.few', { count: ENOUGH_VOTES })}</p>
    </details>
  );
};

export default async function StudioFeedbackPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/studio/feedback`;
  const view = viewOf(query);
  const wanted = { ...filterOf(view), page: pageIn(query) };
  const { articles, page, pages } = await orNotFound((await serverApi()).articles.feedback(wanted), here);
  const t = await getTranslations('feedback.studio');
  const download = (
    <LinkButton href={withQuery(`/${locale}/studio/feedback.csv`, view)} icon="download" download>
      {t('csv')}
    </LinkButton>
  );
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} actions={articles.length > 0 ? download : null} />
      <FeedbackFilter view={view} collections={collections(locale, AUDIENCES)} />
      {articles.length === 0 ? (
        <EmptyState icon="message" title={t('empty')}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      ) : (
        <>
          <HowItIsRanked />
          <Table label={t('title')} stacks>
            <thead>
              <tr>
                <Th>{t('columns.article')}</Th>
                <Th>{t('columns.score')}</Th>
                <Th>{t('columns.votes')}</Th>
                <Th>{t('columns.reasons')}</Th>
              </tr>
            </thead>
            <tbody>
              {articles.map((row) => (
                <ArticleRow key={`${row.locale}:${row.articleKey}`} row={row} here={here} period={view.period} />
              ))}
            </tbody>
          </Table>
          <Pagination page={page} pages={pages} href={(to) => withQuery(here, { ...view, page: String(to) })} />
        </>
      )}
    </div>
  );
}
