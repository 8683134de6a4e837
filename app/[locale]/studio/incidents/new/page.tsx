import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncidentForm } from '@/app/_components/incidents/incident-form';
import { BackLink } from '@/app/_components/ui/back-link';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';
import { openIncident } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.incidents' });
  return { title: t('newTitle') };
};

export default async function NewIncidentPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/studio/incidents`;
  const { components } = await orNotFound((await serverApi()).incidents.list({}), `${here}/new`);
  const t = await getTranslations('studio.incidents');
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={here}>{t('back')}</BackLink>}
        title={t('newTitle')}
        lead={t('lead')}
      />
      <IncidentForm
        locale={locale}
        statuses={['investigating', 'identified', 'monitoring']}
        components={components.map(({ id, name, status }) => ({ id, name: inLocale(name, locale), status }))}
        idempotencyKey={randomUUID()}
        initial={{ status: 'investigating', impact: 'minor' }}
        action={openIncident}
      />
    </div>
  );
}
