import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { NewsTabs } from '@/app/_components/news/news-tabs';
import { ReleaseMonths } from '@/app/_components/news/release-months';
import { sameInAll } from '@/app/_components/shell/alternates';
import { LinkButton } from '@/app/_components/ui/button';
import { EmptyState } from '@/app/_components/ui/empty-state';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { DEMO_BRAND as brand } from '@/domain/settings/brand';
import { listTag, type ReleaseNoteEntry, releaseNotes } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations('news');
  const description = t('description', { brand: brand.name });
  const metadata = pageMetadata({
    title: t('title'),
    description,
    path: `/${locale}/news`,
    alternates: sameInAll('/news'),
  });
  const types = { 'application/atom+xml': absolute(`/${locale}/news.atom`) };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
};

export default async function NewsPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'releaseNote'));
  return <News locale={locale} notes={releaseNotes(locale)} />;
}

const News = ({ locale, notes }: { locale: Locale; notes: readonly ReleaseNoteEntry[] }) => {
  const t = useTranslations('news');
  return (
    <ReadingPage locale={locale} section="news" alternates={sameInAll('/news')}>
      <PageHeader
        title={t('title')}
        lead={t('lead', { brand: brand.name })}
        actions={
          <LinkButton href={`/${locale}/news.atom`} icon="rss">
            {t('feed')}
          </LinkButton>
        }
      />
      <NewsTabs locale={locale} current="news" />
      {notes.length === 0 ? (
        <EmptyState className="mt-12" icon="newspaper" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <ReleaseMonths notes={notes} />
      )}
    </ReadingPage>
  );
};
