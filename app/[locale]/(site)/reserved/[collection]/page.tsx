import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, permanentRedirect } from 'next/navigation';
import { CollectionSheet } from '@/app/_components/articles/collection-sheet';
import { collectionMetadata, loadCollection } from '@/app/_components/articles/load-collection';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { redirectOf } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; collection: string }> };

/** A collection as the person behind this request may see it; see the article's page below it. */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const { collection: slug } = await params;
  const locale = await pageLocale(params);
  const audiences = await readerOf(await headers());
  const found = loadCollection(locale, slug, audiences);
  if (found) return found;
  const moved = redirectOf(`/${locale}/help/${slug}`, audiences);
  return moved === null ? notFound() : permanentRedirect(moved);
};

export const generateMetadata = async (props: Props): Promise<Metadata> => collectionMetadata(await load(props));

export default async function ReservedCollectionRoute(props: Props) {
  return <CollectionSheet collection={await load(props)} whole />;
}
