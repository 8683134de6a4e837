import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { InboxTable } from '@/app/_components/tickets/inbox-table';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { SubNav } from '@/app/_components/ui/subnav';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { TICKET_STATUSES } from '@/domain/tickets/status';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Addresses are typed and shared by people: what makes no sense in one is passed over, not refused.
const filter = z.object({
  status: z.enum(TICKET_STATUSES).optional().catch(undefined),
  mine: z
    .literal('1')
    .optional()
    .catch(undefined)
    .transform((value) => value === '1'),
  sleeping: z
    .literal('1')
    .optional()
    .catch(undefined)
    .transform((value) => value === '1'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'desk' });
  return { title: t('title') };
};

export default async function DeskPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/desk`;
  const wanted = filter.parse(await props.searchParams);
  const found = await orNotFound((await serverApi()).tickets.queue(wanted), here);
  const t = await getTranslations('desk');
  const tStatus = await getTranslations('tickets.status');
  const address = (change: Partial<typeof wanted>) => {
    const { status, mine, sleeping, page } = { ...wanted, page: 1, ...change };
    const query = new URLSearchParams({
      ...(status ? { status } : {}),
      ...(mine ? { mine: '1' } : {}),
      ...(sleeping ? { sleeping: '1' } : {}),
      ...(page > 1 ? { page: String(page) } : {}),
    });
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const counted = new Map(found.counts.map(({ status, total }) => [status, total]));
  const shown = TICKET_STATUSES.filter((status) => counted.has(status) || status === wanted.status);
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      <SubNav
        label={t('filters.mineLabel')}
        items={[
          ...[false, true].map((mine) => ({
            href: address({ mine, sleeping: false }),
            label: t(mine ? 'filters.mine' : 'filters.everyone'),
            current: wanted.mine === mine && !wanted.sleeping,
          })),
          {
            href: address({ mine: false, sleeping: true, status: undefined }),
            label: t('filters.sleeping'),
            current: wanted.sleeping,
          },
        ]}
      />
      <SubNav
        label={t('filters.label')}
        items={[
          {
            href: address({ status: undefined }),
            label: t('filters.all'),
            current: !wanted.status,
            count: found.counts.reduce((sum, { total }) => sum + total, 0),
          },
          ...shown.map((status) => ({
            href: address({ status }),
            label: tStatus(`${status}.label`),
            current: wanted.status === status,
            count: counted.get(status) ?? 0,
          })),
        ]}
      />
      {found.tickets.length > 0 ? (
        <InboxTable
          tickets={found.tickets}
          base={here}
          previous={found.page > 1 ? address({ page: found.page - 1 }) : null}
          next={found.more ? address({ page: found.page + 1 }) : null}
          page={found.page}
        />
      ) : (
        <EmptyState icon="inbox" title={t('empty.title')}>
          <p>{t('empty.body')}</p>
        </EmptyState>
      )}
    </div>
  );
}
