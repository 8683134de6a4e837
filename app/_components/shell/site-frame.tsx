import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/domain/people/locale';
import type { Section } from './navigation';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

type SiteFrameProps = {
  locale: Locale;
  /** Where in the navigation this page belongs. */
  section?: Section | undefined;
  /** The home page brings a search field of its own. */
  search?: boolean;
  /** Told to the front, which then asks for this page anew for who has signed in. */
  more?: boolean;
  /** The way to the same page in the other language. */
  languages: ReactNode;
  /** The running incidents, where the page is drawn for one person. Kept pages have them put in as they go out. */
  banner?: ReactNode;
  children: ReactNode;
};

/** What stands around every page for customers and visitors: skip link, header, running incidents, footer. */
export const SiteFrame = ({ locale, section, search = true, more, languages, banner, children }: SiteFrameProps) => {
  const t = useTranslations();
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-3 focus:z-50 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        {t('common.skip')}
      </a>
      <SiteHeader locale={locale} section={section} search={search} languages={languages} />
      {/* Filled by the front, or by the reading script where there is none, so that an incident renews no page. */}
      {banner ?? <div data-include="banner" suppressHydrationWarning />}
      <main id="main" tabIndex={-1} data-more={more ? '' : undefined} className="flex-1 outline-none">
        {children}
      </main>
      <SiteFooter locale={locale} languages={languages} />
      <div data-live data-copied={t('common.copied')} aria-live="polite" className="sr-only" suppressHydrationWarning />
    </div>
  );
};
