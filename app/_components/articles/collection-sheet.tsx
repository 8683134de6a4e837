import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { TextLink } from '@/app/_components/ui/text-link';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import { alternates, type CollectionPage, hasReserved, pathOf } from '@/server/kernel/content';
import { ArticleList } from './article-list';
import { isLarge, sectionPath } from './large-collection';

/** Of each section of a large collection, this many articles stand on its page. */
const SHOWN = 3;

/**
 * The page of a collection: its sections, with the articles that this reader may see. A large one shows the beginning of
 * each section, unless `whole`: pages of sections exist for what everybody may read.
 */
export const CollectionSheet = ({
  collection: shown,
  whole = false,
}: {
  collection: CollectionPage;
  whole?: boolean;
}) => {
  const t = useTranslations('articles');
  const help = { href: `/${shown.locale}/help`, label: t('title') };
  return (
    <ReadingPage
      locale={shown.locale}
      section="help"
      alternates={alternates('collection', shown.key)}
      more={hasReserved(shown.locale, 'article', shown.slug)}
    >
      <StructuredData data={breadcrumbData([help, { href: pathOf(shown), label: shown.title }])} />
      <PageHeader
        above={<Breadcrumb items={[help]} />}
        title={shown.title}
        lead={shown.description === shown.title ? undefined : shown.description}
        meta={t('count', { count: shown.count })}
      />
      <div className="mt-10 grid gap-12">
        {shown.sections.map((section) => (
          <section
            key={section.slug}
            aria-labelledby={section.slug}
            className="grid gap-x-10 gap-y-4 lg:grid-cols-[16rem_minmax(0,43rem)]"
          >
            <h2 id={section.slug} className="text-xl lg:pt-4">
              {section.title}
            </h2>
            {isLarge(shown) && !whole && section.articles.length > SHOWN ? (
              <div>
                <ArticleList articles={section.articles.slice(0, SHOWN)} />
                <p className="mt-4">
                  <TextLink href={sectionPath(shown, section.slug)}>
                    {t('wholeSection', { count: section.articles.length, section: section.title })}
                  </TextLink>
                </p>
              </div>
            ) : (
              <ArticleList articles={section.articles} />
            )}
          </section>
        ))}
      </div>
    </ReadingPage>
  );
};
