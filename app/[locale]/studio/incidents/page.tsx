import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IMPACT_LOOK } from '@/app/_components/incidents/look';
import { Badge } from '@/app/_components/ui/badge';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { ExactTime } from '@/app/_components/ui/time';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.incidents' });
  return { title: t('title') };
};

export default async function StudioIncidentsPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/studio/incidents`;
  const { incidents } = await orNotFound((await serverApi()).incidents.list({}), here);
  const t = await getTranslations('studio.incidents');
  const tIncidents = await getTranslations('incidents');
  // In an empty list it stands where it is needed, and only there.
  const opening = (
    <LinkButton href={`${here}/new`} variant="primary" icon="plus">
      {t('new')}
    </LinkButton>
  );
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        title={t('title')}
        lead={t('lead')}
        actions={incidents.length > 0 ? opening : undefined}
      />
      {incidents.length === 0 ? (
        <EmptyState icon="activity" title={t('empty')} actions={opening}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      ) : (
        <Table label={t('title')} stacks>
          <thead>
            <tr>
              <Th>{t('columns.title')}</Th>
              <Th>{t('columns.status')}</Th>
              <Th>{t('columns.impact')}</Th>
              <Th>{t('columns.started')}</Th>
              <Th>{t('columns.updates')}</Th>
            </tr>
          </thead>
          <tbody>
            {incidents.map((incident) => (
              <RowLink key={incident.id}>
                <Td className="min-w-64 font-medium">
                  <RowAnchor href={`${here}/${incident.id}`}>{inLocale(incident.title, locale)}</RowAnchor>
                </Td>
                <Td className="whitespace-nowrap">{tIncidents(`status.${incident.status}`)}</Td>
                <Td>
                  <Badge {...IMPACT_LOOK[incident.impact]}>{tIncidents(`impact.${incident.impact}`)}</Badge>
                </Td>
                <Td className="whitespace-nowrap text-ink-soft">
                  <ExactTime at={incident.startedAt} hour />
                </Td>
                <Td className="tabular text-ink-soft">{incident.updateCount}</Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
