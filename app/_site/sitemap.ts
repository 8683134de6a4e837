import type { Alternates } from '@/app/_components/shell/alternates';
import { absolute } from './address';
import { translationsOf } from './page-metadata';
import { escapeXml } from './xml';

/** A page for search engines: where it is, its translations, and the day it last said something else. */
export type SitemapPage = { path: string; translations: Alternates; changedOn?: string | undefined };

/** Search engines take 50,000 addresses and 50 MB in one file; with translations a page takes some 500 bytes. */
const PAGES_A_PART = 45_000;

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const pageXml = ({ path, translations, changedOn }: SitemapPage): string => {
  const links = Object.entries(translationsOf(translations)).map(
    ([language, url]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(url)}"/>`,
  );
  const lastmod = changedOn ? `<lastmod>${changedOn}</lastmod>` : '';
  return `<url><loc>${escapeXml(absolute(path))}</loc>${lastmod}${links.join('')}</url>\n`;
};

const pagesXml = (pages: readonly SitemapPage[]): string =>
  `${HEAD}<urlset ${NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map(pageXml).join('')}</urlset>\n`;

const latestOf = (pages: readonly SitemapPage[]): string | undefined =>
  pages
    .flatMap(({ changedOn }) => changedOn ?? [])
    .sort()
    .at(-1);

const indexXml = (parts: readonly (readonly SitemapPage[])[]): string => {
  const lines = parts.map((pages, at) => {
    const latest = latestOf(pages);
    const lastmod = latest ? `<lastmod>${latest}</lastmod>` : '';
    return `<sitemap><loc>${escapeXml(absolute(`/sitemaps/${at + 1}.xml`))}</loc>${lastmod}</sitemap>\n`;
  });
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${lines.join('')}</sitemapindex>\n`;
};

/**
 * The sitemap of these pages as files by name: `index.xml` holds them all, or names the parts (`1.xml`, `2.xml`…) where
 * they are more than one file may hold (`perPart`). Null when there is no such file.
 */
export const sitemapFile = (
  pages: readonly SitemapPage[],
  name: string,
  perPart: number = PAGES_A_PART,
): string | null => {
  const parts = Array.from({ length: Math.ceil(pages.length / perPart) }, (_, at) =>
    pages.slice(at * perPart, (at + 1) * perPart),
  );
  if (name === 'index.xml') return parts.length > 1 ? indexXml(parts) : pagesXml(pages);
  const part = parts.length > 1 ? parts[Number(/^([1-9]\d*)\.xml$/.exec(name)?.[1]) - 1] : undefined;
  return part ? pagesXml(part) : null;
};
