import { getTranslations } from 'next-intl/server';
import { brand } from '@/app/_components/shell/brand';
import { absolute } from '@/app/_site/address';
import { escapeXml } from '@/app/_site/xml';
import { isLocale } from '@/domain/people/locale';

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

/** The standard's own limits for names, in characters. */
const SHORT_NAME = 16;
const LONG_NAME = 48;

/** `GET /{locale}/opensearch.xml`: lets browsers search here from their address bar, with suggestions while typing. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> => {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const t = await getTranslations({ locale, namespace: 'home' });
  const name = t('metaTitle', { brand: brand.name });
  const lines = [
    `<ShortName>${escapeXml(brand.name.slice(0, SHORT_NAME))}</ShortName>`,
    `<LongName>${escapeXml(name.slice(0, LONG_NAME))}</LongName>`,
    `<Description>${escapeXml(t('description', { brand: brand.name }))}</Description>`,
    `<Language>${locale}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '<OutputEncoding>UTF-8</OutputEncoding>',
    `<Image type="image/svg+xml">${escapeXml(absolute('/icon.svg'))}</Image>`,
    `<Url type="text/html" method="get" template="${escapeXml(absolute(`/${locale}/search`))}?q={searchTerms}"/>`,
    `<Url type="application/x-suggestions+json" rel="suggestions" template="${escapeXml(
      absolute('/api/search/suggestions'),
    )}?locale=${locale}&amp;q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(
      absolute(`/${locale}/opensearch.xml`),
    )}"/>`,
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n${lines.join('\n')}\n</OpenSearchDescription>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } });
};
