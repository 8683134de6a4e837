import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { loadResource, resourceMetadata } from '@/app/_components/resources/load-resource';
import { ResourceSheet } from '@/app/_components/resources/resource-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** A resource as the person behind this request may see it; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await loadResource(await pageLocale(params), slug, await readerOf(await headers()))) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => resourceMetadata(await load(props));

export default async function SignedInResourcePage(props: Props) {
  return <ResourceSheet {...(await load(props))} />;
}
