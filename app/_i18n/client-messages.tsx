import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KeepChoices } from '@/app/_forms/keep-choices';
import { Words } from './words';

/** What the forms of customers say. */
const FOR_CUSTOMERS = ['ui', 'errors', 'tickets', 'people'] as const;
/** What the working places of staff say besides. */
const FOR_STAFF = [...FOR_CUSTOMERS, 'desk', 'studio', 'incidents', 'roadmap', 'admin', 'keys'] as const;

/** Written once for each language and place, while the messages are the same. */
const written = new WeakMap<object, Map<boolean, string>>();

const textOf = (messages: Record<string, unknown>, staff: boolean): string => {
  const texts = written.get(messages) ?? new Map<boolean, string>();
  written.set(messages, texts);
  const known = texts.get(staff);
  if (known !== undefined) return known;
  const names: readonly string[] = staff ? FOR_STAFF : FOR_CUSTOMERS;
  const text = JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([name]) => names.includes(name))));
  texts.set(staff, text);
  return text;
};

/** Gives client components their words: only the parts they use, since every word given travels with each page. */
export const ClientMessages = async ({ staff = false, children }: { staff?: boolean; children: ReactNode }) => {
  const [locale, timeZone, messages] = await Promise.all([getLocale(), getTimeZone(), getMessages()]);
  return (
    <Words locale={locale} timeZone={timeZone} text={textOf(messages, staff)}>
      {children}
      <KeepChoices />
    </Words>
  );
};
