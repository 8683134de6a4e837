import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { tagPage } from '@/app/_cache/tag-page';
import { ResourceSheet } from '@/app/_components/resources/resource-sheet';
import { pageLocale } from '@/app/_i18n/page-locale';
import { pageMetadata } from '@/app/_site/page-metadata';
import {
  alternates,
  entryTag,
  listTag,
  pathOf,
  type ResourceEntry,
  resource,
  resources,
} from '@/server/kernel/content';

type Props = { params: Promise<{ locale: string; slug: string }> };

/** Rendered when first asked for, then kept: only ever what a visitor without a session may read. */
export const generateStaticParams = () => [];

const OTHERS = 3;

const load = async ({ params }: Props) => {
  const { slug } = await params;
  return (await resource(await pageLocale(params), slug)) ?? notFound();
};

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props);
  return pageMetadata({
    title: found.title,
    description: found.summary,
    path: pathOf(found),
    alternates: alternates('resource', found.key),
    writing: { publishedOn: found.date, author: found.author },
  });
};

/** Its like: of the same themes first, then of the same kind. */
const likeness = (of: ResourceEntry, other: ResourceEntry): number =>
  2 * other.themes.filter((theme) => of.themes.includes(theme)).length + (other.kind === of.kind ? 1 : 0);

export default async function ResourcePage(props: Props) {
  const found = await load(props);
  await tagPage(
    listTag(found.locale, 'resource'),
    entryTag('fr', 'resource', found.key),
    entryTag('en', 'resource', found.key),
  );
  const others = resources(found.locale)
    .filter((other) => other.key !== found.key)
    .map((other) => ({ other, score: likeness(found, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, OTHERS)
    .map(({ other }) => other);
  return <ResourceSheet resource={found} others={others} />;
}
