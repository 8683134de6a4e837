import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import type { ArticleEntry, CollectionPage } from '@/server/kernel/content';
import { CollectionOverview } from './collection-overview';
import { MostRead } from './most-read';

type HelpIndexProps = {
  locale: Locale;
  collections: readonly CollectionPage[];
  mostRead: readonly ArticleEntry[];
  /** What is for this reader alone. */
  own?: ReactNode;
};

/** The first page of the help: its collections, as far as this reader may see any of their articles. */
export const HelpIndex = ({ locale, collections, mostRead, own }: HelpIndexProps) => {
  const t = useTranslations('articles');
  const shown = collections.filter((collection) => collection.count > 0);
  return (
    <ReadingPage locale={locale} section="help" alternates={sameInAll('/help')} more>
      <PageHeader title={t('title')} lead={t('lead', { brand: brand.name })} />
      {shown.length === 0 ? (
        <EmptyState
          className="mt-12"
          icon="book-open"
          title={t('empty.title')}
          actions={<LinkButton href={`/${locale}/faq`}>{t('toFaq')}</LinkButton>}
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="mt-12 grid">
          {shown.map((collection) => (
            <CollectionOverview key={collection.key} collection={collection} />
          ))}
          <div className="grid gap-14 border-t border-line pt-10 empty:hidden">
            {own}
            <MostRead articles={mostRead} />
          </div>
        </div>
      )}
    </ReadingPage>
  );
};
