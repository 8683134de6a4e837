import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { deskStatusWord } from '@/app/_components/tickets/status-words';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { type FormPageProps, pageInput } from '@/app/_forms/page-input';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'replies' });
  return { title: t('title') };
};

export default async function RepliesPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/replies`;
  await grantedPerson('replies.list', here);
  const api = await serverApi();
  const { q = '', after, before } = query;
  const text = q.slice(0, 200);
  const [{ replies, previous, next }, { teams }] = await Promise.all([
    orNotFound(api.replies.list({ text, after, before }), here),
    api.teams.list({}),
  ]);
  const t = await getTranslations('replies');
  const tStatus = await getTranslations('tickets.status');
  const teamOf = (id: string | null) => {
    const team = teams.find((one) => one.id === id);
    return team ? inLocale(team.name, locale) : null;
  };
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={`${here}/new`} variant="primary" icon="plus">
            {t('new')}
          </LinkButton>
        }
      />
      {query.done === 'saved' || query.done === 'removed' ? (
        <Callout tone="positive" role="status">
          {t(`done.${query.done}`)}
        </Callout>
      ) : null}
      {previous || next || text ? <Finder label={t('search')} text={text} /> : null}
      {replies.length === 0 ? (
        <EmptyState icon="message-text" title={t(text ? 'notFound' : 'empty')}>
          {text ? null : <p>{t('emptyBody')}</p>}
        </EmptyState>
      ) : (
        <Table label={t('title')} stacks>
          <thead>
            <tr>
              <Th>{t('name')}</Th>
              <Th>{t('team')}</Th>
              <Th>{t('with')}</Th>
            </tr>
          </thead>
          <tbody>
            {replies.map((reply) => (
              <RowLink key={reply.id}>
                <Td className="min-w-56">
                  <RowAnchor href={`${here}/${reply.id}`} className="font-medium">
                    {reply.title}
                  </RowAnchor>
                </Td>
                <Td className="text-sm">{teamOf(reply.teamId) ?? t('everybody')}</Td>
                <Td className="text-sm text-ink-soft">
                  {[
                    reply.toStatus ? deskStatusWord(tStatus, reply.toStatus) : null,
                    teamOf(reply.toTeamId),
                    reply.tags.join(', ') || null,
                  ]
                    .filter(Boolean)
                    .join(' · ') || '–'}
                </Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
      <PageTurner base={here} query={{ q: text }} previous={previous} next={next} />
    </div>
  );
}
