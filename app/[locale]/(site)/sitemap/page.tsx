import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { sameInAll } from '@/app/_components/shell/alternates';
import { NAVIGATION } from '@/app/_components/shell/navigation';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { ABOUT_PAGES } from '@/domain/settings/about';
import { type CollectionPage, collections, listTag, pathOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string }> };

/** Rendered when first asked for, then kept until content changes. */
export const generateStaticParams = () => [];

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: 'shell' });
  return pageMetadata({
    title: t('about.sitemap'),
    description: t('sitemap.lead'),
    path: `/${locale}/sitemap`,
    alternates: sameInAll('/sitemap'),
  });
};

export default async function SitemapPage({ params }: Props) {
  const locale = await pageLocale(params);
  await tagPage(listTag(locale, 'collection'), listTag(locale, 'article'));
  return <Sitemap locale={locale} shelves={collections(locale)} />;
}

const Sitemap = ({ locale, shelves }: { locale: Locale; shelves: readonly CollectionPage[] }) => {
  const t = useTranslations('shell');
  return (
    <ReadingPage locale={locale} alternates={sameInAll('/sitemap')}>
      <PageHeader title={t('about.sitemap')} lead={t('sitemap.lead')} />
      <div className="mt-10 grid gap-10 sm:grid-cols-2 lg:grid-cols-3">
        <section aria-labelledby="main-places">
          <h2 id="main-places" className="text-lg">
            {t('nav.label')}
          </h2>
          <ul className="mt-3 grid gap-2">
            {NAVIGATION.map(({ key, path }) => (
              <li key={key}>
                <TextLink href={`/${locale}${path}`}>{t(`nav.${key}`)}</TextLink>
              </li>
            ))}
            <li>
              <TextLink href={`/${locale}/events`}>{t('nav.events')}</TextLink>
            </li>
          </ul>
        </section>
        {shelves.map((shelf) => (
          <section key={shelf.key} aria-labelledby={`shelf-${shelf.key}`}>
            <h2 id={`shelf-${shelf.key}`} className="text-lg">
              <TextLink quiet href={pathOf(shelf)}>
                {shelf.title}
              </TextLink>
            </h2>
            <ul className="mt-3 grid gap-2">
              {shelf.sections
                .flatMap((section) => section.articles)
                .map((article) => (
                  <li key={article.key}>
                    <TextLink href={pathOf(article)}>{article.title}</TextLink>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <section aria-labelledby="about-house">
          <h2 id="about-house" className="text-lg">
            {t('footer.about')}
          </h2>
          <ul className="mt-3 grid gap-2">
            {ABOUT_PAGES.map((page) => (
              <li key={page}>
                <TextLink href={`/${locale}/${page}`}>{t(`about.${page}`)}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </ReadingPage>
  );
};
