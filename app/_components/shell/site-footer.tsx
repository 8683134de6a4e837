import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Locale } from '@/domain/people/locale';
import { brand } from './brand';
import { Logo } from './logo';
import { NAVIGATION } from './navigation';
import { ThemeSwitch } from './theme-switch';

const ABOUT = ['sitemap', 'accessibility', 'legal', 'terms', 'cookies', 'licences'] as const;

const LINK = 'text-[0.9375rem] text-ink-soft no-underline hover:text-ink hover:underline';

const Column = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h2 className="font-sans text-sm font-semibold tracking-normal text-ink">{title}</h2>
    <ul className="mt-3 grid gap-2">{children}</ul>
  </div>
);

const FooterLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <li>
    <a href={href} className={LINK}>
      {children}
    </a>
  </li>
);

/** Everything there is, the house's duties, language and theme. */
export const SiteFooter = ({ locale, languages }: { locale: Locale; languages: ReactNode }) => {
  const t = useTranslations('shell');
  return (
    <footer data-print="no" className="border-t border-line bg-sunken">
      <div className="page-gutter mx-auto grid w-full max-w-page gap-10 py-12 sm:grid-cols-2 lg:grid-cols-[1.6fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-4">
          <p className="flex items-center gap-2.5 font-display text-lg font-semibold">
            <Logo size={24} />
            {brand.name}
          </p>
          <p className="max-w-80 text-[0.9375rem] text-ink-soft">{brand.tagline[locale]}</p>
          <p>
            <a href={brand.product.url} className={LINK}>
              {brand.product.name}
            </a>
          </p>
        </div>
        <Column title={t('footer.help')}>
          {NAVIGATION.map(({ key, path }) => (
            <FooterLink key={key} href={`/${locale}${path}`}>
              {t(`nav.${key}`)}
            </FooterLink>
          ))}
          <FooterLink href={`/${locale}/events`}>{t('nav.events')}</FooterLink>
        </Column>
        <Column title={t('footer.about')}>
          {ABOUT.map((key) => (
            <FooterLink key={key} href={`/${locale}/${key}`}>
              {t(`about.${key}`)}
            </FooterLink>
          ))}
        </Column>
        <Column title={t('footer.follow')}>
          {brand.social.map(({ name, url }) => (
            <FooterLink key={name} href={url}>
              {name}
            </FooterLink>
          ))}
          <FooterLink href={`/${locale}/news.atom`}>{t('footer.newsFeed')}</FooterLink>
          <FooterLink href="/history.atom">{t('footer.statusFeed')}</FooterLink>
        </Column>
      </div>
      <div className="page-gutter mx-auto w-full max-w-page">
        <div className="flex flex-wrap items-center justify-between gap-4 border-t border-line py-5">
          <p className="text-sm text-ink-faint">{brand.legal.company}</p>
          <div className="flex items-center gap-3">
            {languages}
            <ThemeSwitch />
          </div>
        </div>
      </div>
    </footer>
  );
};
