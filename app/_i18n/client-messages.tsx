import type { AbstractIntlMessages } from 'next-intl';
import { getLocale, getMessages, getTimeZone } from 'next-intl/server';
import type { ReactNode } from 'react';
import { HoldUnsent } from '@/app/_forms/hold-unsent';
import { KeepChoices } from '@/app/_forms/keep-choices';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { wordsScript } from './client-words';
import { Words } from './words';

/** Gives client components their words: only the parts they use, in a script that the browser keeps from page to page. */
export const ClientMessages = async ({ staff = false, children }: { staff?: boolean; children: ReactNode }) => {
  const [locale, timeZone, messages] = await Promise.all([getLocale(), getTimeZone(), getMessages()]);
  const ours = isLocale(locale) ? locale : DEFAULT_LOCALE;
  const { name, src, words } = wordsScript(ours, staff ? 'staff' : 'customers', messages);
  // What is drawn on the server looks for them where it does in browsers.
  globalThis.guichetWords = { ...globalThis.guichetWords, [name]: words as AbstractIntlMessages };
  return (
    <>
      <script src={src} />
      <Words locale={locale} timeZone={timeZone} name={name} src={src}>
        {children}
        <KeepChoices />
        <HoldUnsent />
      </Words>
    </>
  );
};
