import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { ActionButton } from '@/app/_components/tickets/action-button';
import { Badge } from '@/app/_components/ui/badge';
import { Callout } from '@/app/_components/ui/callout';
import { EmptyState } from '@/app/_components/ui/empty-state';
import type { IconName } from '@/app/_components/ui/icons';
import { PageHeader } from '@/app/_components/ui/page-header';
import { PageTurner } from '@/app/_components/ui/page-turner';
import { SubNav } from '@/app/_components/ui/subnav';
import { Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import type { Tone } from '@/app/_components/ui/tone';
import { withQuery } from '@/app/_forms/page-input';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { MAIL_STATES, type MailState } from '@/domain/mail/templates';
import { retryMail } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// Addresses are typed and shared by people: what makes no sense in one is passed over, not refused.
const filter = z.object({
  state: z.enum(MAIL_STATES).optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
  before: z.string().max(100).optional().catch(undefined),
});

const LOOK: Record<MailState, { tone: Tone; icon: IconName }> = {
  queued: { tone: 'info', icon: 'clock' },
  sent: { tone: 'positive', icon: 'check' },
  failed: { tone: 'danger', icon: 'circle-alert' },
  kept: { tone: 'neutral', icon: 'archive' },
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'admin.mail' });
  return { title: t('title') };
};

export default async function AdminMailPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/admin/mail`;
  const wanted = filter.parse(await props.searchParams);
  const found = await orNotFound((await serverApi()).mail.outbox(wanted), here);
  const t = await getTranslations('admin.mail');
  const { state: narrowed } = wanted;
  const counted = new Map(found.counts.map(({ state, total }) => [state, total]));
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t('title')} lead={t('lead')} />
      {found.sends ? null : <Callout title={t('notSent.title')}>{t('notSent.text')}</Callout>}
      {found.failed.length > 0 ? (
        <Callout tone="danger" title={t('jobs.title')}>
          <ul>
            {found.failed.map((job) => (
              <li key={job.id}>
                {job.name} – {job.lastError}
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <SubNav
        label={t('filter')}
        items={[undefined, ...MAIL_STATES].map((state) => ({
          href: withQuery(here, { state }),
          label: t(`state.${state ?? 'all'}`),
          current: narrowed === state,
          count: state ? (counted.get(state) ?? 0) : found.counts.reduce((sum, { total }) => sum + total, 0),
        }))}
      />
      {found.mails.length === 0 ? (
        <EmptyState icon="mail" title={t(narrowed ? 'empty' : 'none')} />
      ) : (
        <Table label={t('title')} stacks>
          <thead>
            <tr>
              <Th>{t('columns.recipient')}</Th>
              <Th>{t('columns.template')}</Th>
              <Th>{t('columns.state')}</Th>
              <Th>{t('columns.at')}</Th>
              <Th>{t('columns.action')}</Th>
            </tr>
          </thead>
          <tbody>
            {found.mails.map((mail) => (
              <tr key={mail.id}>
                <Td className="min-w-56 wrap-anywhere">{mail.recipient}</Td>
                <Td className="text-ink-soft">{t(`templates.${mail.template}`)}</Td>
                <Td>
                  <Badge {...LOOK[mail.state]}>{t(`state.${mail.state}`)}</Badge>
                  {mail.lastError ? <p className="mt-1 text-sm text-danger">{mail.lastError}</p> : null}
                </Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <ExactTime at={mail.createdAt} hour />
                </Td>
                <Td>
                  {mail.state === 'failed' ? (
                    <ActionButton
                      action={retryMail}
                      fields={{ locale, id: mail.id }}
                      done={t('retried')}
                      size="sm"
                      icon="refresh"
                    >
                      {t('retry')}
                    </ActionButton>
                  ) : null}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <PageTurner base={here} query={{ state: narrowed }} previous={found.previous} next={found.next} />
    </div>
  );
}
