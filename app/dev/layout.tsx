import '../globals.css';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { NextIntlClientProvider } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fontClasses } from '@/app/_components/shell/fonts';
import { hasDevMailbox } from '@/app/_trpc/mailbox';
import { callOf } from '@/server/session';

export const dynamic = 'force-dynamic';

/** Pages of a demo or of development, in the language of the browser; elsewhere they do not exist. */
export default async function DevLayout(props: { children: ReactNode }) {
  if (!hasDevMailbox()) notFound();
  const { locale } = await callOf(await headers());
  setRequestLocale(locale);
  return (
    <html lang={locale} className={fontClasses} suppressHydrationWarning>
      <head>
        <meta name="robots" content="noindex" />
        <script src="/theme.js" />
      </head>
      <body>
        <NextIntlClientProvider locale={locale}>
          <main className="page-gutter mx-auto w-full max-w-page py-10">{props.children}</main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
