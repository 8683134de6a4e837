import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { ArticleTitle } from '@/app/_components/articles/article-title';
import { sameInAll } from '@/app/_components/shell/alternates';
import { NAVIGATION } from '@/app/_components/shell/navigation';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { ABOUT_PAGES } from '@/domain/settings/about';
import { type CollectionPage, collections, type FaqCategory, faq, listTag, pathOf } from '@/server/kernel/content';

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
  await tagPage(listTag(locale, 'collection'), listTag(locale, 'article'), listTag(locale, 'faqCategory'));
  const shelves = collections(locale).filter((shelf) => shelf.count > 0);
  return <Sitemap locale={locale} shelves={shelves} categories={await faq(locale)} />;
}

type SitemapProps = { locale: Locale; shelves: readonly CollectionPage[]; categories: readonly FaqCategory[] };

const Sitemap = ({ locale, shelves, categories }: SitemapProps) => {
  const t = useTranslations('shell');
  return (
    <ReadingPage locale={locale} alternates={sameInAll('/sitemap')}>
      <PageHeader title={t('about.sitemap')} lead={t('sitemap.lead')} />
      <div className="mt-10 grid gap-x-10 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
        <Places
          id="main-places"
          title={t('nav.label')}
          links={[
            ...NAVIGATION.map(({ key, path }) => ({ href: `/${locale}${path}`, label: t(`nav.${key}`) })),
            { href: `/${locale}/events`, label: t('nav.events') },
            { href: `/${locale}/search`, label: t('search.short') },
          ]}
        />
        {shelves.map((shelf) => (
          <Shelf key={shelf.key} shelf={shelf} />
        ))}
        <Places
          id="questions"
          title={t('sitemap.questions')}
          links={categories.map((category) => ({ href: pathOf(category), label: category.title }))}
        />
        <Places
          id="follow"
          title={t('footer.follow')}
          links={[
            { href: `/${locale}/news.atom`, label: t('footer.newsFeed') },
            { href: `/${locale}/history.atom`, label: t('footer.statusFeed') },
            { href: `/${locale}/events.ics`, label: t('nav.events') },
          ]}
        />
        <Places
          id="about-house"
          title={t('footer.about')}
          links={ABOUT_PAGES.map((page) => ({ href: `/${locale}/${page}`, label: t(`about.${page}`) }))}
        />
      </div>
    </ReadingPage>
  );
};

type PlacesProps = { id: string; title: string; links: readonly { href: string; label: string }[] };

const Places = ({ id, title, links }: PlacesProps) =>
  links.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lg">
        {title}
      </h2>
      <ul className="mt-3 grid gap-2">
        {links.map(({ href, label }) => (
          <li key={href}>
            <TextLink href={href}>{label}</TextLink>
          </li>
        ))}
      </ul>
    </section>
  );

/** A plan of some hundred lines helps nobody: of a large collection it names the sections. */
const ARTICLES_NAMED = 40;

const Shelf = ({ shelf }: { shelf: CollectionPage }) => {
  const isLarge = shelf.count > ARTICLES_NAMED;
  return (
    <section aria-labelledby={`shelf-${shelf.key}`}>
      <h2 id={`shelf-${shelf.key}`} className="text-lg">
        <TextLink quiet href={pathOf(shelf)}>
          {shelf.title}
        </TextLink>
      </h2>
      <ul className="mt-3 grid gap-3">
        {shelf.sections.map((section) => (
          <li key={section.slug}>
            <TextLink quiet href={`${pathOf(shelf)}#${section.slug}`} className="text-sm font-medium text-ink-soft">
              {section.title}
              {isLarge ? ` (${section.articles.length})` : null}
            </TextLink>
            {isLarge ? null : (
              <ul className="mt-1.5 grid gap-1.5">
                {section.articles.map((article) => (
                  <li key={article.key}>
                    <TextLink href={pathOf(article)}>
                      <ArticleTitle article={article} />
                    </TextLink>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
