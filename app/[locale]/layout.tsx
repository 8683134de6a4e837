import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { brand } from '@/app/_components/shell/brand';
import { fontClasses } from '@/app/_components/shell/fonts';
import { isLocale } from '@/domain/people/locale';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f5' },
    { media: '(prefers-color-scheme: dark)', color: '#181613' },
  ],
};

export const metadata: Metadata = {
  title: { default: brand.name, template: `%s · ${brand.name}` },
  applicationName: brand.name,
  formatDetection: { telephone: false },
};

// No generateStaticParams here: it would have every page below rendered while building, when there is no database. A page
// that is the same for everybody exports `generateStaticParams = () => []` itself: it is then rendered on demand and kept.
export default async function LocaleLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await props.params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return (
    // The reading script writes data-theme on <html> before React wakes up on working pages.
    <html lang={locale} className={fontClasses} suppressHydrationWarning>
      <head>
        {/* Blocks for a few lines, so that no page flashes in the other colours. The front writes them into reading pages themselves. */}
        <script src="/theme.js" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={`/${locale}/opensearch.xml`}
          title={brand.name}
        />
      </head>
      <body>
        {props.children}
        {/* What is seen comes first: on a slow line the sheet and the fonts need all of it. */}
        <script type="module" src="/reading.js" fetchPriority="low" />
      </body>
    </html>
  );
}
