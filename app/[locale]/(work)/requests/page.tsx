import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { RequestTable } from '@/app/_components/tickets/request-table';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { SubNav } from '@/app/_components/ui/subnav';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi, signedInPerson } from '@/app/_trpc/server';
import { CUSTOMER_STATES } from '@/domain/tickets/status';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Addresses are typed and shared by people: what makes no sense in one is passed over, not refused.
const filter = z.object({
  scope: z.enum(['own', 'organisation']).catch('own'),
  state: z.enum(CUSTOMER_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'tickets' });
  return { title: t('title') };
};

export default async function RequestsPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/requests`;
  const person = await signedInPerson(here);
  const wanted = filter.parse(await props.searchParams);
  const t = await getTranslations('tickets');
  const found = await orNotFound((await serverApi()).tickets.list(wanted), here);
  const address = (change: Partial<typeof wanted>) => {
    const { scope, state, page } = { ...wanted, page: 1, ...change };
    const query = new URLSearchParams({
      ...(scope === 'own' ? {} : { scope }),
      ...(state ? { state } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    });
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const newRequest = (
    <LinkButton href={`${here}/new`} variant="primary" icon="plus">
      {t('new')}
    </LinkButton>
  );
  const manages = person.memberships.some((membership) => membership.manager);
  return (
    <div className="grid gap-8">
      <PageHeader title={t('title')} lead={t('lead')} actions={newRequest} />
      {manages ? (
        <SubNav
          label={t('scope.label')}
          items={(['own', 'organisation'] as const).map((scope) => ({
            href: address({ scope }),
            label: t(`scope.${scope}`),
            current: wanted.scope === scope,
          }))}
        />
      ) : null}
      <SubNav
        label={t('state.label')}
        items={[undefined, ...CUSTOMER_STATES].map((state) => ({
          href: address({ state }),
          label: t(`state.${state ?? 'all'}`),
          current: wanted.state === state,
        }))}
      />
      {found.tickets.length > 0 ? (
        <RequestTable
          tickets={found.tickets}
          base={here}
          showRequester={wanted.scope === 'organisation'}
          previous={found.page > 1 ? address({ page: found.page - 1 }) : null}
          next={found.more ? address({ page: found.page + 1 }) : null}
          page={found.page}
        />
      ) : (
        <EmptyState icon="inbox" title={t(wanted.state ? 'empty.filtered' : 'empty.title')} actions={newRequest}>
          <p>{t(wanted.state ? 'empty.filteredBody' : 'empty.body')}</p>
        </EmptyState>
      )}
    </div>
  );
}
