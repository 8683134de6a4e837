import type { Metadata } from 'next';
import type { Alternates } from '@/app/_components/shell/alternates';
import { LOCALES } from '@/domain/people/locale';
import { absolute } from './address';

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
