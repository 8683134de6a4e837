import type { ReactNode } from 'react';
import type { Alternates } from '@/app/_components/shell/alternates';
import { LanguageSwitch } from '@/app/_components/shell/language-switch';
import type { Section } from '@/app/_components/shell/navigation';
import { SiteFrame } from '@/app/_components/shell/site-frame';
import type { Locale } from '@/domain/people/locale';

type ReadingPageProps = {
  locale: Locale;
  section?: Section | undefined;
  /** Where the same thing is read in the other language: the page knows, a layout does not. */
  alternates: Alternates;
  search?: boolean;
  /** Some readers who have signed in are shown more than the page that is kept for everybody holds. */
  more?: boolean;
  /** Without the sheet's width and air, for pages that lay out their own bands. */
  bare?: boolean;
  children: ReactNode;
};

/** A reading page: the site's frame around a sheet. */
export const ReadingPage = ({
  locale,
  section,
  alternates,
  search,
  more,
  bare = false,
  children,
}: ReadingPageProps) => (
  <SiteFrame
    locale={locale}
    section={section}
    {...(search === undefined ? {} : { search })}
    {...(more ? { more } : {})}
    languages={<LanguageSwitch locale={locale} alternates={alternates} />}
  >
    {bare ? children : <div className="page-gutter mx-auto w-full max-w-page pt-8 pb-20 sm:pt-12">{children}</div>}
  </SiteFrame>
);
