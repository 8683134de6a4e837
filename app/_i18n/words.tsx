// Why the client: words that travel with the page, as properties do, would be a quarter of each page.
'use client';

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import { type ReactNode, use } from 'react';

declare global {
  /** The words of each language and place, as their scripts (`client-words.ts`) and the server put them there. */
  var guichetWords: Readonly<Record<string, AbstractIntlMessages>> | undefined;
}

const asked = new Map<string, Promise<AbstractIntlMessages>>();

/** Asks for words whose script did not run before: that of a page which came without being loaded, or a second try. */
const ask = (name: string, src: string): Promise<AbstractIntlMessages> => {
  const known = asked.get(name);
  if (known) return known;
  const words = new Promise<AbstractIntlMessages>((done, fail) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => {
      const come = globalThis.guichetWords?.[name];
      if (come) done(come);
      else fail(new Error(`${src} holds no words named ${name}`));
    };
    script.onerror = () => fail(new Error(`${src} did not come`));
    document.head.append(script);
  });
  asked.set(name, words);
  return words;
};

type WordsProps = { locale: string; timeZone: string; name: string; src: string; children: ReactNode };

/** Gives the components below it their words. */
export const Words = ({ locale, timeZone, name, src, children }: WordsProps) => (
  <NextIntlClientProvider
    locale={locale}
    timeZone={timeZone}
    messages={globalThis.guichetWords?.[name] ?? use(ask(name, src))}
  >
    {children}
  </NextIntlClientProvider>
);
