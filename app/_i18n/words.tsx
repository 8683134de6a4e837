// Why the client: words that travel with the page, as properties do, would be a quarter of each page.
'use client';

import { NextIntlClientProvider } from 'next-intl';
import { type ReactNode, use } from 'react';
import { askWords } from './ask-words';

type WordsProps = { locale: string; timeZone: string; name: string; src: string; children: ReactNode };

/** Gives the components below it their words. */
export const Words = ({ locale, timeZone, name, src, children }: WordsProps) => (
  <NextIntlClientProvider
    locale={locale}
    timeZone={timeZone}
    messages={globalThis.guichetWords?.[name] ?? use(askWords(name, src))}
  >
    {children}
  </NextIntlClientProvider>
);
