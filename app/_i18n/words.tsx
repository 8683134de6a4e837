// Why the client: messages given as an object would be taken apart and written out word by word with every page.
'use client';

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';

/** What was read of late: one text for each language and place of work. */
const read = new Map<string, AbstractIntlMessages>();
const MOST_KEPT = 8;

const messagesOf = (text: string): AbstractIntlMessages => {
  const known = read.get(text);
  if (known) return known;
  const messages = JSON.parse(text) as AbstractIntlMessages;
  if (read.size >= MOST_KEPT) read.clear();
  read.set(text, messages);
  return messages;
};

type WordsProps = { locale: string; timeZone: string; text: string; children: ReactNode };

/** Gives the components below it their words, which come as one text. */
export const Words = ({ locale, timeZone, text, children }: WordsProps) => (
  <NextIntlClientProvider locale={locale} timeZone={timeZone} messages={messagesOf(text)}>
    {children}
  </NextIntlClientProvider>
);
