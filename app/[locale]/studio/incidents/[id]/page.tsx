import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IncidentForm } from '@/app/_components/incidents/incident-form';
import { IncidentTimeline } from '@/app/_components/incidents/incident-timeline';
import { IMPACT_LOOK } from '@/app/_components/incidents/look';
import { TiedRequests } from '@/app/_components/tickets/tied-requests';
import { BackLink } from '@/app/_components/ui/back-link';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { Callout } from '@/app/_components/ui/callout';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { grantedPerson, orNotFound, serverApi } from '@/app/_trpc/server';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { inLocale } from '@/domain/people/localised';
import { updateIncident } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.incidents' });
  return { title: t('title') };
};

export default async function StudioIncidentPage(props: Props) {
  const locale = await pageLocale(props.params);
  const { id } = await props.params;
  const base = `/${locale}/studio/incidents`;
  const person = await grantedPerson('incidents.update', `${base}/${id}`);
  const { incident, components, next } = await orNotFound((await serverApi()).incidents.show({ id }), `${base}/${id}`);
  const t = await getTranslations('studio.incidents');
  const tIncidents = await getTranslations('incidents');
  const current = next.includes(incident.status) ? incident.status : next[0];
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        above={<BackLink href={base}>{t('back')}</BackLink>}
        title={inLocale(incident.title, locale)}
        meta={<Badge {...IMPACT_LOOK[incident.impact]}>{tIncidents(`impact.${incident.impact}`)}</Badge>}
        actions={
          <LinkButton href={`/${locale}/status/incidents/${incident.id}`} icon="eye">
            {t('public')}
          </LinkButton>
        }
      />
      {(await props.searchParams).published ? <Callout tone="positive" role="status" title={t('published')} /> : null}
      <div className="grid items-start gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="add-step" className="grid gap-5">
          <h2 id="add-step" className="text-lg">
            {t('update')}
          </h2>
          <IncidentForm
            locale={locale}
            incident={{ id: incident.id, from: incident.status }}
            statuses={next}
            components={components.map(({ id: componentId, name, status }) => ({
              id: componentId,
              name: inLocale(name, locale),
              status,
            }))}
            idempotencyKey={randomUUID()}
            initial={{ status: current ?? incident.status, impact: incident.impact }}
            action={updateIncident}
          />
        </section>
        <div className="grid gap-10">
          <TiedRequests
            to="incident"
            id={incident.id}
            filter={{ incident: incident.id }}
            locale={locale}
            seesDesk={worksOnTickets(granteeOf(person))}
          />
          <section aria-labelledby="seen" className="grid gap-5">
            <h2 id="seen" className="text-lg">
              {t('seen')}
            </h2>
            <IncidentTimeline incident={incident} locale={locale} label={tIncidents('steps')} />
          </section>
        </div>
      </div>
    </div>
  );
}
