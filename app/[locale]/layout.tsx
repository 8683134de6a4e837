import { notFound } from 'next/navigation';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { isLocale } from '@/domain/people/locale';

// No generateStaticParams here: it would have every page below rendered while building, when there is no database. A page
// that is the same for everybody exports `generateStaticParams = () => []` itself: it is then rendered on demand and kept.
export default async function LocaleLayout(props: { children: ReactNode; params: Promise<{ locale: string }> }) {
  const { locale } = await props.params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale}>
      <body>{props.children}</body>
    </html>
  );
}
