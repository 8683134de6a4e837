import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { KeepChoices } from '@/app/_forms/keep-choices';

/** What the forms of customers say. */
const FOR_CUSTOMERS = ['ui', 'errors', 'tickets', 'people'] as const;
/** What the working places of staff say besides. */
const FOR_STAFF = [...FOR_CUSTOMERS, 'desk', 'studio', 'incidents', 'roadmap', 'admin', 'keys'] as const;

/** Gives client components their words: only the parts they use, since every word given travels with each page. */
export const ClientMessages = async ({ staff = false, children }: { staff?: boolean; children: ReactNode }) => {
  const messages = await getMessages();
  const names: readonly string[] = staff ? FOR_STAFF : FOR_CUSTOMERS;
  const used = Object.fromEntries(Object.entries(messages).filter(([name]) => names.includes(name)));
  return (
    <NextIntlClientProvider messages={used}>
      {children}
      <KeepChoices />
    </NextIntlClientProvider>
  );
};
