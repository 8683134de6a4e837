import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ThemeStateBadge } from '@/app/_components/roadmap/theme-state';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { RowAnchor, RowLink, Table, Td, Th } from '@/app/_components/ui/table';
import { pageLocale } from '@/app/_i18n/page-locale';
import { orNotFound, serverApi } from '@/app/_trpc/server';
import { inLocale } from '@/domain/people/localised';

type Props = { params: Promise<{ locale: string }> };

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations({ locale: await pageLocale(props.params), namespace: 'studio.roadmap' });
  return { title: t('title') };
};

export default async function StudioRoadmapPage(props: Props) {
  const locale = await pageLocale(props.params);
  const here = `/${locale}/studio/roadmap`;
  const { themes, taken, limit } = await orNotFound((await serverApi()).roadmap.list({}), here);
  const t = await getTranslations('studio.roadmap');
  const tRoadmap = await getTranslations('roadmap');
  // In an empty list it stands where it is needed, and only there.
  const adding = (
    <LinkButton href={`${here}/new`} variant="primary" icon="plus">
      {t('new')}
    </LinkButton>
  );
  return (
    <div className="grid gap-6">
      <PageHeader
        scale="work"
        title={t('title')}
        lead={t('lead', { taken, limit })}
        actions={themes.length > 0 ? adding : undefined}
      />
      {themes.length === 0 ? (
        <EmptyState icon="map" title={t('empty')} actions={adding}>
          <p>{t('emptyBody')}</p>
        </EmptyState>
      ) : (
        <Table label={t('title')} stacks>
          <thead>
            <tr>
              <Th>{t('columns.title')}</Th>
              <Th>{t('columns.state')}</Th>
              <Th>{t('columns.horizon')}</Th>
              <Th>{t('columns.progress')}</Th>
            </tr>
          </thead>
          <tbody>
            {themes.map((theme) => (
              <RowLink key={theme.key}>
                <Td className="min-w-64 font-medium">
                  <RowAnchor href={`${here}/${theme.key}`}>{inLocale(theme.title, locale)}</RowAnchor>
                </Td>
                <Td>
                  <ThemeStateBadge state={theme.state} />
                </Td>
                <Td className="whitespace-nowrap">{tRoadmap(`horizon.${theme.horizon}.title`)}</Td>
                <Td className="tabular whitespace-nowrap text-ink-soft">
                  {tRoadmap('progress', { done: theme.progress.done, total: theme.progress.total })}
                </Td>
              </RowLink>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
