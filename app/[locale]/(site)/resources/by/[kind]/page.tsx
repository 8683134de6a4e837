import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { tagPage } from '@/app/_cache/tag-page';
import { ResourceShelf } from '@/app/_components/resources/resource-shelf';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import { isResourceKind, type ResourceKind } from '@/domain/resources/kinds';
import { listTag, resources } from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; kind: string }> };

/** Rendered when first asked for, then kept. */
export const generateStaticParams = () => [];

const kindOf = async ({ params }: Props): Promise<ResourceKind> => {
  const { kind } = await params;
  return isResourceKind(kind) ? kind : notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const locale = await pageLocale(props.params);
  const kind = await kindOf(props);
  const t = await getTranslations({ locale, namespace: 'resources' });
  return pageMetadata({
    title: t(`kinds.${kind}`),
    description: t(`leads.${kind}`, { brand: brand.name }),
    path: `/${locale}/resources/by/${kind}`,
    alternates: sameInAll(`/resources/by/${kind}`),
  });
};

export default async function ResourcesOfKindPage(props: Props) {
  const locale = await pageLocale(props.params);
  const kind = await kindOf(props);
  await tagPage(listTag(locale, 'resource'), listTag(locale, 'glossaryTerm'));
  const shown = resources(locale).filter((entry) => entry.kind === kind);
  return <ResourceShelf locale={locale} kind={kind} shown={shown} />;
}
