import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { CollectionSheet } from '@/app/_components/articles/collection-sheet';
import { collectionMetadata, loadCollection } from '@/app/_components/articles/load-collection';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, type CollectionPage, entryTag, redirectOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props): Promise<CollectionPage> => {
  const { collection: slug } = await params;
  const locale = await pageLocale(params);
  const found = loadCollection(locale, slug, ANONYMOUS);
  if (found) return found;
  const moved = redirectOf(`/${locale}/help/${slug}`);
  return moved === null ? notFound() : permanentRedirect(moved);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => collectionMetadata(await load(props));

export default async function CollectionRoute(props: Props) {
  const found = await load(props);
  await tagPage(entryTag('fr', 'collection', found.key), entryTag('en', 'collection', found.key));
  return <CollectionSheet collection={found} />;
}
