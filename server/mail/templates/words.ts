import { createTranslator } from 'use-intl/core';
import type { MailTemplate, MailTemplates } from '@/domain/mail/templates';
import type { Locale } from '@/domain/people/locale';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import type { CalendarFile } from '../calendar';
import type { MailParts } from '../layout';

/** The words of a mail by their key; throws where one is missing. */
export type Words = (key: string, data?: Record<string, string | number>) => string;

const CATALOGUES: Record<Locale, typeof fr> = { fr, en: en as typeof fr };

const translatorIn = (locale: Locale): Words => {
  const translate = createTranslator({
    locale,
    messages: CATALOGUES[locale],
    onError: (error) => {
      throw error;
    },
  });
  return (key, data) => translate(key as never, data as never);
};

// Each keeps the messages that it has taken apart once: to do so for every mail costs more than to write it.
const TRANSLATORS: Record<Locale, Words> = { fr: translatorIn('fr'), en: translatorIn('en') };

/** The words of mails in a language. */
export const wordsIn = (locale: Locale): Words => TRANSLATORS[locale];

/** What one mail says; what all of them have in common is added when it is laid out. */
export type Parts = Omit<MailParts, 'locale' | 'brand' | 'home' | 'footer'> & {
  subject: string;
  calendar?: CalendarFile | null;
};

/** Where the reader is at home, and how they are called; `timeZone` is that of the house. */
export type Site = { url: string; locale: Locale; name: string; timeZone: string };
export type Compose<Data> = (data: Data, t: Words, site: Site) => Parts;

/** How each mail is put into words. */
export type Composers = { [Template in MailTemplate]: Compose<MailTemplates[Template]> };
