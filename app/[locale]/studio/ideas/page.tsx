import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { IDEA_STATES, isIdeaState } from '@/domain/ideas/states';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'studio.ideas' });
  return { title: t('title') };
};

/** What the product team reads each week: ideas by state, those nobody has read yet first. */
export default async function StudioIdeasPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const base = `/${locale}/studio/ideas`;
  const state = isIdeaState(query.state) ? query.state : 'received';
  const text = (query.q ?? '').trim().slice(0, 200);
  const { ideas } = await serverApi();
  const wanted = { state, ...(text ? { text } : {}), after: query.after ?? null, before: query.before ?? null };
  const { ideas: rows, counts, previous, next } = await orNotFound(ideas.queue(wanted), base);
  const t = await getTranslations('studio.ideas');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead', { count: counts.received })} />
      <SubNav
        label={t('states')}
        items={IDEA_STATES.map((one) => ({
          href: withQuery(base, { state: one === 'received' ? null : one }),
          label: t(`piles.${one}`),
          current: one === state,
          count: counts[one],
        }))}
      />
      <Finder label={t('find')} text={text} kept={state === 'received' ? {} : { state }} />
      {rows.length === 0 ? (
        <EmptyState icon="lightbulb" title={t(text ? 'noneFound' : state === 'received' ? 'allRead' : 'none')}>
          {state === 'received' && !text ? <p>{t('allReadText')}</p> : null}
        </EmptyState>
      ) : (
        <Table label={t('title')} stacks>
          <thead>
            <tr>
              <Th>{t('columns.title')}</Th>
              <Th>{t('columns.author')}</Th>
              <Th>{t('columns.votes')}</Th>
              <Th>{t('columns.created')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((idea) => (
              <RowLink key={idea.number}>
                <Td className="min-w-64 font-medium">
                  <RowAnchor href={`${base}/${idea.number}`}>
                    <span className="wrap-anywhere">
                      {t('numbered', { number: String(idea.number) })} · <span lang={idea.locale}>{idea.title}</span>
                    </span>
                  </RowAnchor>
                </Td>
                <Td className="text-ink-soft">{[idea.author, idea.organisation].filter(Boolean).join(' · ')}</Td>
                <Td className="tabular whitespace-nowrap">{t('votes', { count: idea.votes })}</Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <ExactTime at={idea.createdAt} />
                </Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
      <PageTurner
        base={base}
        query={{ state: state === 'received' ? null : state, q: text }}
        previous={previous}
        next={next}
      />
    </div>
  );
}
