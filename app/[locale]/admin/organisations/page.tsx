import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/app/_components/organisations/done-notice';
import { JoinQueue } from '@/app/_components/organisations/joining';
import { PageTurner } from '@/app/_components/tickets/page-turner';
import { Button, LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { Field } from '@/app/_components/ui/field';
import { Input } from '@/app/_components/ui/input';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Section } from '@/app/_components/ui/section';
import { SubNav } from '@/app/_components/ui/subnav';
import { RowLink, Table, Td, Th } from '@/app/_components/ui/table';
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
  const { after = '', before = '' } = query;
  const api = await serverApi();
  const asked = { text: q, archived, after: after || undefined, before: before || undefined };
  const { organisations, previous, next } = await orNotFound(api.organisations.list(asked), here);
  const waiting = await api.organisations.asked({});
  const joining = await takeFlash('joining');
  const t = await getTranslations('organisations');
  const turned = (name: 'after' | 'before', place: string | null) =>
    place === null ? null : withQuery(here, { q, archived: archived ? '1' : null, [name]: place });
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
      <search>
        <form className="flex flex-wrap items-end gap-3">
          {archived ? <input type="hidden" name="archived" value="1" /> : null}
          <Field id="q" label={t('admin.search')} className="w-64 max-w-full">
            {({ required: _, ...wiring }) => <Input {...wiring} type="search" name="q" defaultValue={q} />}
          </Field>
          <Button type="submit" icon="search">
            {t('admin.filter')}
          </Button>
        </form>
      </search>
      {organisations.length === 0 ? (
        <EmptyState icon="users" title={t('admin.empty')}>
          <p>{t('admin.emptyBody')}</p>
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
                  <a href={`${here}/${one.id}`} className="no-underline after:absolute after:inset-0 hover:underline">
                    {one.name}
                  </a>
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
      <PageTurner previous={turned('before', previous)} next={turned('after', next)} />
    </div>
  );
}
