import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { loadResource, resourceMetadata } from '@/app/_components/resources/load-resource';
import { ResourceSheet } from '@/app/_components/resources/resource-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { ANONYMOUS, entryTag, listTag } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await loadResource(await pageLocale(params), slug, ANONYMOUS)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => resourceMetadata(await load(props));

export default async function ResourcePage(props: Props) {
  const page = await load(props);
  const { locale, key } = page.resource;
  await tagPage(listTag(locale, 'resource'), entryTag('fr', 'resource', key), entryTag('en', 'resource', key));
  return <ResourceSheet {...page} />;
}
