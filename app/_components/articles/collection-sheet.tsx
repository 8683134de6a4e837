import { useTranslations } from 'next-intl';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { absolute } from '@/app/_site/address';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import { alternates, type CollectionPage, pathOf } from '@/server/kernel/content';
import { ArticleList } from './article-list';

/** The page of a collection: its sections, with the articles that this reader may see. */
export const CollectionSheet = ({ collection: shown }: { collection: CollectionPage }) => {
  const t = useTranslations('articles');
  const help = { href: `/${shown.locale}/help`, label: t('title') };
  return (
    <ReadingPage locale={shown.locale} section="help" alternates={alternates('collection', shown.key)}>
      <StructuredData
        data={breadcrumbData([
          { name: help.label, url: absolute(help.href) },
          { name: shown.title, url: absolute(pathOf(shown)) },
        ])}
      />
      <PageHeader
        above={<Breadcrumb items={[help]} />}
        title={shown.title}
        lead={shown.description}
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
            <ArticleList articles={section.articles} />
          </section>
        ))}
      </div>
    </ReadingPage>
  );
};
