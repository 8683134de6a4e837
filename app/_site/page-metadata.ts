import type { Metadata } from 'next';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { absolute } from './address';

/** Where the same thing is read in each language; `exact` when it is the thing itself and not what stands above it. */
export type Alternates = Record<Locale, { path: string; exact: boolean }>;

/** Alternates of a page that has the same path in all languages: `sameInAll('/faq')`. */
export const sameInAll = (path: string): Alternates =>
  Object.fromEntries(LOCALES.map((locale) => [locale, { path: `/${locale}${path}`, exact: true }])) as Alternates;

type PageFacts = {
  title: string;
  description: string;
  path: string;
  alternates: Alternates;
  picture?: string | undefined;
};

/** Title, description, canonical address and translations of a reading page. */
export const pageMetadata = ({ title, description, path, alternates, picture }: PageFacts): Metadata => {
  const languages = LOCALES.filter((locale) => alternates[locale].exact).map(
    (locale) => [locale, absolute(alternates[locale].path)] as const,
  );
  return {
    title,
    description,
    alternates: { canonical: absolute(path), languages: Object.fromEntries(languages) },
    openGraph: { title, description, url: absolute(path), ...(picture ? { images: [absolute(picture)] } : {}) },
  };
};
