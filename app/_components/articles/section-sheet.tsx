import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { Pagination } from '@/app/_components/ui/pagination';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import { alternates, pathOf } from '@/server/kernel/content';
import { ArticleList } from './article-list';
import { type SectionPage, sectionPath } from './large-collection';

/** One section of a collection that is too long for one page. */
export const SectionSheet = ({ collection, section, page, pages }: SectionPage) => {
  const t = useTranslations('articles');
  const way = [
    { href: `/${collection.locale}/help`, label: t('title') },
    { href: pathOf(collection), label: collection.title },
  ];
  return (
    <ReadingPage locale={collection.locale} section="help" alternates={alternates('collection', collection.key)}>
      <StructuredData
        data={breadcrumbData([...way, { href: sectionPath(collection, section.slug, page), label: section.title }])}
      />
      <PageHeader above={<Breadcrumb items={way} />} title={section.title} />
      <div className="mt-8 grid max-w-reading gap-8">
        <ArticleList articles={section.articles} />
        <Pagination page={page} pages={pages} href={(wanted) => sectionPath(collection, section.slug, wanted)} />
      </div>
    </ReadingPage>
  );
};
