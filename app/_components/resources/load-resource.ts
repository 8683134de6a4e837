import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sameInAll } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { pageMetadata } from '@/app/_site/page-metadata';
import type { Locale } from '@/domain/people/locale';
import type { ResourceKind } from '@/domain/resources/kinds';
import {
  type Audiences,
  alternates,
  pathOf,
  type ResourceEntry,
  resource,
  resources,
  type WithBody,
} from '@/server/kernel/content';

/** All that the page of a resource shows. */
export type ResourcePage = {
  resource: WithBody<ResourceEntry>;
  others: readonly ResourceEntry[];
  alternates: ReturnType<typeof alternates>;
};

const OTHERS = 3;

/** Its like: of the same themes first, then of the same kind. */
const likeness = (of: ResourceEntry, other: ResourceEntry): number =>
  2 * other.themes.filter((theme) => of.themes.includes(theme)).length + (other.kind === of.kind ? 1 : 0);

const likeThis = (found: ResourceEntry, audiences: Audiences): ResourceEntry[] =>
  resources(found.locale, audiences)
    .filter((other) => other.key !== found.key)
    .map((other) => ({ other, score: likeness(found, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, OTHERS)
    .map(({ other }) => other);

/** A resource and its like, as a reader of these audiences sees them; null when they may not see it. */
export const loadResource = async (
  locale: Locale,
  slug: string,
  audiences: Audiences,
): Promise<ResourcePage | null> => {
  const found = await resource(locale, slug, audiences);
  if (!found) return null;
  return {
    resource: found,
    others: likeThis(found, audiences),
    alternates: alternates('resource', found.key, audiences),
  };
};

/** What search engines and link previews are told of a resource. */
export const resourceMetadata = ({ resource: found, alternates: translations }: ResourcePage): Metadata =>
  pageMetadata({
    title: found.title,
    description: found.summary,
    path: pathOf(found),
    alternates: translations,
    writing: { publishedOn: found.date, author: found.author },
    unlisted: found.audience !== 'public',
  });

/** The same of the shelf of all resources, or of those of one kind. */
export const shelfMetadata = async (locale: Locale, kind: ResourceKind | null): Promise<Metadata> => {
  const t = await getTranslations({ locale, namespace: 'resources' });
  const path = kind ? `/resources/by/${kind}` : '/resources';
  return pageMetadata({
    title: kind ? t(`kinds.${kind}`) : t('title'),
    description: kind ? t(`leads.${kind}`, { brand: brand.name }) : t('lead', { brand: brand.name }),
    path: `/${locale}${path}`,
    alternates: sameInAll(path),
  });
};
