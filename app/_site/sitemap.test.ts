import { describe, expect, it } from 'vitest';
import { sameInAll } from '@/app/_components/shell/alternates';
import { type SitemapPage, sitemapFile } from './sitemap';

const page = (number: number): SitemapPage => ({
  path: `/fr/help/a/${number}`,
  translations: sameInAll(`/help/a/${number}`),
  changedOn: `2026-01-0${1 + (number % 9)}`,
});
const pages = (count: number): SitemapPage[] => Array.from({ length: count }, (_, number) => page(number));
const locations = (xml: string | null): string[] =>
  [...(xml ?? '').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url ?? '');

describe('sitemapFile', () => {
  it('names each page with its day and its translations', () => {
    const xml = sitemapFile([page(1)], 'index.xml');
    expect(locations(xml)).toEqual(['http://localhost:3000/fr/help/a/1']);
    expect(xml).toContain('<lastmod>2026-01-02</lastmod>');
    expect(xml).toContain('hreflang="en" href="http://localhost:3000/en/help/a/1"');
    expect(xml).toContain('hreflang="x-default" href="http://localhost:3000/fr/help/a/1"');
  });

  it('leaves out a translation that does not exist', () => {
    const translations = { fr: { path: '/fr/help/a', exact: false }, en: { path: '/en/help/a/b', exact: true } };
    const xml = sitemapFile([{ path: '/en/help/a/b', translations }], 'index.xml');
    expect(xml).not.toContain('hreflang="fr"');
    expect(xml).toContain('hreflang="x-default" href="http://localhost:3000/en/help/a/b"');
    expect(xml).not.toContain('lastmod');
  });

  it('escapes what XML would misread', () => {
    const xml = sitemapFile([{ path: '/fr/a&b', translations: sameInAll('/a&b') }], 'index.xml');
    expect(locations(xml)).toEqual(['http://localhost:3000/fr/a&amp;b']);
  });

  it('splits into parts, each page in one of them', () => {
    const all = pages(7);
    expect(locations(sitemapFile(all, 'index.xml', 3))).toEqual(
      [1, 2, 3].map((part) => `http://localhost:3000/sitemaps/${part}.xml`),
    );
    const parts = [1, 2, 3].flatMap((part) => locations(sitemapFile(all, `${part}.xml`, 3)));
    expect(parts).toEqual(locations(sitemapFile(all, 'index.xml')));
  });

  it.each(['0.xml', '4.xml', '1', '1.xml.xml', '', '-1.xml', '1e0.xml'])('has no part %j', (name) => {
    expect(sitemapFile(pages(7), name, 3)).toBeNull();
  });

  it('has no parts while one file holds everything', () => {
    expect(sitemapFile(pages(3), '1.xml', 3)).toBeNull();
  });
});
