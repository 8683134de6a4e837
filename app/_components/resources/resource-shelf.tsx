import { useTranslations } from 'next-intl';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { type Facts, StructuredData } from '@/app/_site/structured-data';
import type { Locale } from '@/domain/people/locale';
import type { ResourceKind } from '@/domain/resources/kinds';
import { hasReserved, pathOf, type ResourceEntry } from '@/server/kernel/content';
import { ResourceCard } from './resource-card';
import { ResourceTabs } from './resource-tabs';

type ResourceShelfProps = {
  locale: Locale;
  kind: ResourceKind | null;
  /** All resources this reader may see, of whatever kind. */
  all: readonly ResourceEntry[];
};

/** Guides, files and videos, all of them or of one kind. */
export const ResourceShelf = ({ locale, kind, all }: ResourceShelfProps) => {
  const shown = all.filter((entry) => kind === null || entry.kind === kind);
  const t = useTranslations('resources');
  const alternates = sameInAll(kind ? `/resources/by/${kind}` : '/resources');
  return (
    <ReadingPage locale={locale} section="resources" alternates={alternates} more={hasReserved(locale, 'resource')}>
      {shown.length > 0 ? <StructuredData data={shelfData(shown)} /> : null}
      <PageHeader
        title={kind ? t(`kinds.${kind}`) : t('title')}
        lead={kind ? t(`leads.${kind}`, { brand: brand.name }) : t('lead', { brand: brand.name })}
      />
      <ResourceTabs locale={locale} current={kind ?? 'all'} all={all} />
      {shown.length === 0 ? (
        <EmptyState
          className="mt-12"
          icon="archive"
          title={t('empty.title')}
          actions={<LinkButton href={`/${locale}/help`}>{t('empty.action')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="mt-10 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {shown.map((resource) => (
            <ResourceCard key={resource.key} resource={resource} />
          ))}
        </div>
      )}
    </ReadingPage>
  );
};

const shelfData = (shown: readonly ResourceEntry[]): Facts => ({
  '@type': 'ItemList',
  itemListElement: shown.map((resource, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: resource.title,
    item: absolute(pathOf(resource)),
  })),
});
