import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/app/_components/organisations/done-notice';
import { JoinQueue } from '@/app/_components/organisations/joining';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Finder } from '@/app/_components/ui/finder';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { Section } from '@/app/_components/ui/section';
import { SubNav } from '@/app/_components/ui/subnav';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { takeFlash } from '@/app/_forms/flash';
import { type FormPageProps, pageInput, withQuery } from '@/app/_forms/page-input';
import { orNotFound, serverApi } from '@/app/_trpc/server';

export const generateMetadata = async (props: FormPageProps): Promise<Metadata> => {
  const { locale } = await pageInput(props);
  const t = await getTranslations({ locale, namespace: 'organisations.admin' });
  return { title: t('title') };
};

export default async function OrganisationsPage(props: FormPageProps) {
  const { locale, query } = await pageInput(props);
  const here = `/${locale}/admin/organisations`;
  const q = (query.q ?? '').slice(0, 200);
  const archived = query.archived === '1';
  const { after, before } = query;
  const api = await serverApi();
  const asked = { text: q, archived, after, before };
  const { organisations, previous, next } = await orNotFound(api.organisations.list(asked), here);
  const waiting = await api.organisations.asked({});
  const joining = await takeFlash('joining');
  const t = await getTranslations('organisations');
  const narrowed = Boolean(q || archived);
  const kept = archived ? { archived: '1' } : undefined;
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        title={t('admin.title')}
        lead={t('admin.lead')}
        actions={
          <LinkButton href={`${here}/new`} variant="primary" icon="plus">
            {t('admin.new')}
          </LinkButton>
        }
      />
      {joining ? null : <DoneNotice done={query.done} />}
      {waiting.length > 0 || joining ? (
        <Section id="asked" title={t('joining.queue.title')}>
          <JoinQueue asked={waiting} locale={locale} here={here} flash={joining} named="linked" />
        </Section>
      ) : null}
      <SubNav
        label={t('admin.state')}
        items={[false, true].map((away) => ({
          href: withQuery(here, { archived: away ? '1' : null }),
          label: t(away ? 'admin.archived' : 'admin.active'),
          current: archived === away,
        }))}
      />
      <Finder label={t('admin.search')} text={q} {...(kept ? { kept } : {})} />
      {organisations.length === 0 ? (
        <EmptyState icon="users" title={t(narrowed ? 'admin.empty' : 'admin.none')}>
          <p>{t(narrowed ? 'admin.emptyBody' : 'admin.noneBody')}</p>
        </EmptyState>
      ) : (
        <Table label={t('admin.title')} stacks>
          <thead>
            <tr>
              <Th>{t('admin.name')}</Th>
              <Th>{t('admin.members')}</Th>
              <Th>{t('admin.visibility')}</Th>
              <Th>{t('admin.version')}</Th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((one) => (
              <RowLink key={one.id}>
                <Td className="min-w-56 font-medium">
                  <RowAnchor href={`${here}/${one.id}`}>{one.name}</RowAnchor>
                </Td>
                <Td data-label={t('admin.members')} className="tabular">
                  {one.members}
                </Td>
                <Td data-label={t('admin.visibility')}>{t(`degrees.${one.visibility}.label`)}</Td>
                <Td data-label={t('admin.version')} className="tabular text-ink-soft">
                  {one.productVersion ?? '–'}
                </Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
      <PageTurner base={here} query={{ q, ...kept }} previous={previous} next={next} />
    </div>
  );
}
