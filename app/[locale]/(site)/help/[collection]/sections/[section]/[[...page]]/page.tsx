import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageTags } from '@/app/_cache/page-tags';
import { type SectionPage, sectionPage, sectionPath } from '@/app/_components/articles/large-collection';
import { loadCollection } from '@/app/_components/articles/load-collection';
import { SectionSheet } from '@/app/_components/articles/section-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { ANONYMOUS, alternates, entryTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string; section: string; page?: string[] }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<SectionPage> => {
  const { collection: slug, section, page = [] } = await params;
  const found = loadCollection(await pageLocale(params), slug, ANONYMOUS);
  // The first page has one address only.
  const wanted = page.length === 0 ? 1 : page.length === 1 && page[0] !== '1' ? Number(page[0]) : Number.NaN;
  return (found && sectionPage(found, section, wanted)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { collection, section, page } = await load(props);
  return pageMetadata({
    title: `${section.title} · ${collection.title}`,
    description: collection.description,
    path: sectionPath(collection, section.slug, page),
    alternates: alternates('collection', collection.key),
  });
};

export default async function SectionRoute(props: Props) {
  const shown = await load(props);
  const { key } = shown.collection;
  return (
    <>
      <PageTags tags={[entryTag('fr', 'collection', key), entryTag('en', 'collection', key)]} />
      <SectionSheet {...shown} />
    </>
  );
}
