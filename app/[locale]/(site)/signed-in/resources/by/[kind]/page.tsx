import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { shelfMetadata } from '@/app/_components/resources/load-resource';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { pageLocale } from '@/app/_i18n/page-locale';
import { readerOf } from '@/app/_site/reader';
import { isResourceKind, type ResourceKind } from '@/domain/resources/kinds';
import { resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; kind: string }> };

/** The resources of a kind as the person behind this request may see them; never kept. See the home page above. */
export const dynamic = 'force-dynamic';

const kindOf = async ({ params }: Props): Promise<ResourceKind> => {
  const { kind } = await params;
  return isResourceKind(kind) ? kind : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  shelfMetadata(await pageLocale(props.params), await kindOf(props));

export default async function SignedInResourcesOfKindPage(props: Props) {
  const locale = await pageLocale(props.params);
  const kind = await kindOf(props);
  return <ResourceShelf locale={locale} kind={kind} all={resources(locale, await readerOf(await headers()))} />;
}
