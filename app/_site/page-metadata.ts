import type { Metadata } from 'next';
import type { Alternates } from '@/app/_components/shell/alternates';
import { brand } from '@/app/_components/shell/brand';
import { drawnPicture } from '@/app/_pictures/facts';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import { absolute } from './address';

/** A picture for those who share the page: its public path, and what it shows. */
export type SharePicture = { path: string; alt: string; width?: number | undefined; height?: number | undefined };

/** What a page with an author and a date of its own says of itself to those who share it. */
type Writing = { publishedOn: string; changedOn?: string | undefined; author?: string | undefined };

type PageFacts = {
  title: string;
  description: string;
  path: string;
  alternates: Alternates;
  picture?: SharePicture | undefined;
  writing?: Writing | undefined;
  /** Kept out of search engines: one of many views of the same things. */
  unlisted?: boolean | undefined;
};

/** The names of our languages as OpenGraph writes them. */
const OPEN_GRAPH_LOCALES: Record<Locale, string> = { fr: 'fr_FR', en: 'en_GB' };

/** The translations that are the thing itself, by language; `x-default` for readers of any other. */
export const translationsOf = (alternates: Alternates): Record<string, string> => {
  const exact = LOCALES.filter((locale) => alternates[locale].exact);
  const fallback = exact.includes(DEFAULT_LOCALE) ? DEFAULT_LOCALE : exact[0];
  const named = exact.map((locale) => [locale, absolute(alternates[locale].path)] as const);
  return Object.fromEntries(fallback ? [...named, ['x-default', absolute(alternates[fallback].path)]] : named);
};

const openGraphLocales = (path: string, alternates: Alternates) => {
  const own = path.split('/')[1];
  if (!isLocale(own)) return {};
  const others = LOCALES.filter((locale) => locale !== own && alternates[locale].exact);
  return { locale: OPEN_GRAPH_LOCALES[own], alternateLocale: others.map((locale) => OPEN_GRAPH_LOCALES[locale]) };
};

const openGraphType = (writing: Writing | undefined) =>
  writing
    ? {
        type: 'article' as const,
        publishedTime: writing.publishedOn,
        ...(writing.changedOn ? { modifiedTime: writing.changedOn } : {}),
        ...(writing.author ? { authors: [writing.author] } : {}),
      }
    : { type: 'website' as const };

/** Link previews show pictures made of points; drawings (SVG) they leave out. */
const isShown = ({ path }: SharePicture): boolean => /\.(?:png|jpe?g|webp)$/i.test(path);

/** Title, description, canonical address, translations and what link previews show of a reading page. */
export const pageMetadata = (facts: PageFacts): Metadata => {
  const { title, description, path, alternates, picture, writing, unlisted } = facts;
  const shared = picture && isShown(picture) ? picture : drawnPicture(path);
  const { width, height } = shared;
  const images = [{ url: absolute(shared.path), alt: shared.alt, ...(width && height ? { width, height } : {}) }];
  return {
    title,
    description,
    alternates: { canonical: absolute(path), languages: translationsOf(alternates) },
    openGraph: {
      ...openGraphType(writing),
      ...openGraphLocales(path, alternates),
      siteName: brand.name,
      title,
      description,
      url: absolute(path),
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
    ...(unlisted ? { robots: { index: false, follow: true } } : {}),
  };
};
