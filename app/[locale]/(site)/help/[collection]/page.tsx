import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { tagPage } from '@/app/_cache/tag-page';
import { ArticleList } from '@/app/_components/articles/article-list';
import { Breadcrumb } from '@/app/_components/ui/breadcrumb';
import { PageHeader } from '@/app/_components/ui/page-header';
import { pageLocale } from '@/app/_i18n/page-locale';
import { absolute } from '@/app/_site/address';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ReadingPage } from '@/app/_site/reading-page';
import { breadcrumbData, StructuredData } from '@/app/_site/structured-data';
import { alternates, type CollectionPage, collection, entryTag, pathOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<CollectionPage> => {
  const { collection: slug } = await params;
  const found = collection(await pageLocale(params), slug);
  if (!found || found.count === 0) notFound();
  return found;
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props);
  const { title, description } = found;
  return pageMetadata({ title, description, path: pathOf(found), alternates: alternates('collection', found.key) });
};

export default async function CollectionRoute(props: Props) {
  const found = await load(props);
  await tagPage(entryTag('fr', 'collection', found.key), entryTag('en', 'collection', found.key));
  return <Collection collection={found} />;
}

const Collection = ({ collection: shown }: { collection: CollectionPage }) => {
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
