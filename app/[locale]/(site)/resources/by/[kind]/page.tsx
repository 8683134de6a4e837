import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { shelfMetadata } from '@/app/_components/resources/load-resource';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { pageLocale } from '@/app/_i18n/page-locale';
import { isResourceKind, type ResourceKind } from '@/domain/resources/kinds';
import { listTag, resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; kind: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const kindOf = async ({ params }: Props): Promise<ResourceKind> => {
  const { kind } = await params;
  return isResourceKind(kind) ? kind : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  shelfMetadata(await pageLocale(props.params), await kindOf(props));

export default async function ResourcesOfKindPage(props: Props) {
  const locale = await pageLocale(props.params);
  const kind = await kindOf(props);
  await tagPage(listTag(locale, 'resource'), listTag(locale, 'glossaryTerm'));
  return <ResourceShelf locale={locale} kind={kind} all={resources(locale)} />;
}
