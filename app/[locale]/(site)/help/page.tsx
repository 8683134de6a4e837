import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { CollectionOverview } from '@/app/_components/articles/collection-overview';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { type CollectionPage, collections, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations('articles');
  const description = t('description', { brand: brand.name });
  return pageMetadata({ title: t('title'), description, path: `/${locale}/help`, alternates: sameInAll('/help') });
};

export default async function HelpPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'collection'), listTag(locale, 'article'));
  return <Help locale={locale} shown={collections(locale).filter((entry) => entry.count > 0)} />;
}

const Help = ({ locale, shown }: { locale: Locale; shown: readonly CollectionPage[] }) => {
  const t = useTranslations('articles');
  return (
    <ReadingPage locale={locale} section="help" alternates={sameInAll('/help')}>
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
        </div>
      )}
    </ReadingPage>
  );
};
