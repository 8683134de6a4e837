import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/domain/people/locale';
import { Icon } from '../ui/icon';
import { AccountMenu } from './account-menu';
import { brand } from './brand';
import { Logo } from './logo';
import { NAVIGATION, type Section } from './navigation';
import { SearchBox } from './search-box';

type SiteHeaderProps = { locale: Locale; section: Section | undefined; search: boolean; languages: ReactNode };

type LinksProps = Pick<SiteHeaderProps, 'locale' | 'section'>;

/** One line under the name, with room for places to come; where one is, is underlined. */
const Bar = ({ locale, section }: LinksProps) => {
  const t = useTranslations('shell.nav');
  return (
    <nav aria-label={t('label')} className="hidden border-t border-line lg:block">
      <ul className="page-gutter mx-auto flex w-full max-w-page">
        {NAVIGATION.map(({ key, path }, index) => (
          <li key={key} className={clsx(index === 0 && '-ms-3', OWN.has(key) && 'ms-auto -me-3')}>
            <a
              href={`/${locale}${path}`}
              aria-current={section === key ? 'true' : undefined}
              className="group -mb-px block px-3 text-[0.9375rem] font-medium whitespace-nowrap text-ink-soft no-underline -outline-offset-2 hover:text-ink aria-[current]:text-ink"
            >
              <span className="flex h-11 items-center border-b-2 border-transparent group-hover:border-line-strong group-aria-[current]:border-accent">
                {t(key)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What is the reader's own stands apart, at the end of the line. */
const OWN: ReadonlySet<Section> = new Set(['requests']);

const MenuLinks = ({ locale, section }: LinksProps) => {
  const t = useTranslations('shell.nav');
  return NAVIGATION.map(({ key, path, icon }) => (
    <li key={key}>
      <a
        href={`/${locale}${path}`}
        aria-current={section === key ? 'true' : undefined}
        className="flex items-center gap-3 rounded-md px-2.5 py-2 text-[0.9375rem] font-medium text-ink-soft no-underline hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
      >
        <Icon name={icon} className="text-ink-faint" />
        {t(key)}
      </a>
    </li>
  ));
};

/** Name, search, language, account, and the places below. The small-screen menu is a `details`: it opens without script. */
export const SiteHeader = ({ locale, section, search, languages }: SiteHeaderProps) => {
  const t = useTranslations('shell');
  return (
    <header data-print="no" className="border-b border-line bg-paper">
      <div className="page-gutter mx-auto flex h-16 w-full max-w-page items-center gap-x-1 sm:gap-x-2 lg:gap-x-4">
        <a href={`/${locale}`} className="flex min-w-0 items-center gap-2.5 no-underline sm:me-2 lg:shrink-0">
          <Logo />
          <span className="truncate font-display text-lg font-semibold tracking-tight">{brand.name}</span>
        </a>
        {search ? (
          <div className="hidden min-w-0 max-w-form flex-1 lg:ms-4 lg:block">
            <SearchBox locale={locale} />
          </div>
        ) : null}
        <div className="ms-auto flex shrink-0 items-center gap-x-0.5 sm:gap-x-1.5">
          {search ? (
            <a
              href={`/${locale}/search`}
              data-palette=""
              aria-label={t('search.open')}
              className="inline-grid size-10 place-items-center rounded-md text-ink-soft hover:bg-hover lg:hidden"
            >
              <Icon name="search" size={20} />
            </a>
          ) : null}
          <div className="hidden sm:block">{languages}</div>
          <AccountMenu locale={locale} />
          <details data-menu className="lg:hidden">
            <summary
              aria-label={t('nav.menu')}
              className="inline-grid size-10 place-items-center rounded-md text-ink-soft hover:bg-hover"
            >
              <Icon name="menu" size={22} />
            </summary>
            <div className="absolute inset-x-0 z-40 mt-3 border-y border-line bg-paper px-4 pt-4 pb-6 shadow-float">
              {search ? <SearchBox locale={locale} /> : null}
              <nav aria-label={t('nav.label')} className="mt-3">
                <ul className="grid">
                  <MenuLinks locale={locale} section={section} />
                </ul>
              </nav>
              <div className="mt-2 border-t border-line pt-2 sm:hidden">{languages}</div>
            </div>
          </details>
        </div>
      </div>
      <Bar locale={locale} section={section} />
    </header>
  );
};
