import type { BreadcrumbList, Organization, SearchAction, Thing } from 'schema-dts';
import { brand } from '@/app/_components/shell/brand';
import { drawnPicture } from '@/app/_pictures/facts';
import type { Locale } from '@/domain/people/locale';
import { absolute, siteAddress } from './address';

/** One thing in the words of schema.org, or several. The compiler knows all kinds of things and what may be said of each. */
export type Facts = Exclude<Thing, string> | { '@graph': readonly Thing[] };

/** Facts for search engines (JSON-LD). Data, not script: browsers do not run it and the front leaves it in place. */
export const StructuredData = ({ data }: { data: Facts }) => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped cannot end the element
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c'),
    }}
  />
);

/** The way to a page and the page itself, as search engines want it. */
export const breadcrumbData = (way: readonly { href: string; label: string }[]): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: way.map(({ href, label }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: absolute(href),
  })),
});

/** The address of the picture that stands for a page: its own, or the one drawn of it for link previews. */
export const pictureData = (path: string, own?: string): string => absolute(own ?? drawnPicture(path).path);

const organizationId = () => `${siteAddress()}/#organization`;

const houseData = () => ({
  '@type': 'Organization' as const,
  '@id': organizationId(),
  name: brand.name,
  url: siteAddress(),
});

/** The company behind the site, as the one who publishes a text or holds a meeting. */
export const publisherData = (): Organization => houseData();

/** Where words are put in is told in a field that schema.org describes for all actions alike, `…-input`. */
const searchAction = (locale: Locale): SearchAction & { 'query-input': string } => ({
  '@type': 'SearchAction',
  target: { '@type': 'EntryPoint', urlTemplate: `${absolute(`/${locale}/search`)}?q={search_term_string}` },
  'query-input': 'required name=search_term_string',
});

/** The company and its site, with the search that a search engine may offer under its name. For the home page. */
export const siteData = (locale: Locale, description: string): Facts => ({
  '@graph': [
    {
      ...houseData(),
      legalName: brand.legal.company,
      logo: absolute('/icon.svg'),
      email: brand.legal.email,
      address: brand.legal.address,
      sameAs: [brand.product.url, ...brand.social.map(({ url }) => url)].map(withScheme),
    },
    {
      '@type': 'WebSite',
      '@id': `${absolute(`/${locale}`)}#website`,
      name: brand.name,
      description,
      url: absolute(`/${locale}`),
      inLanguage: locale,
      publisher: { '@id': organizationId() },
      potentialAction: searchAction(locale),
    },
  ],
});

const withScheme = (url: string): string => (url.startsWith('http') ? url : `https://${url}`);
