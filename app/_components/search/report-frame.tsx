import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { REPORT_DAYS } from '@/domain/search/report';
import { PageHeader } from '../ui/page-header';
import { SubNav } from '../ui/subnav';
import { type ReportView, viewAddress } from './report-view';

const PAGES = [
  { key: 'queries', path: '' },
  { key: 'answers', path: '/answers' },
  { key: 'synonyms', path: '/synonyms' },
] as const;

type ReportFrameProps = {
  locale: Locale;
  page: (typeof PAGES)[number]['key'];
  /** The period and language to keep when going to a neighbour. */
  view?: ReportView | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** The pages about search in the studio: one title, their neighbours, and what each of them shows. */
export const ReportFrame = ({ locale, page, view, actions, children }: ReportFrameProps) => {
  const t = useTranslations('searches');
  return (
    <div className="grid gap-6">
      <PageHeader scale="work" title={t(`${page}.title`)} lead={t(`${page}.lead`)} actions={actions} />
      <SubNav
        label={t('pages')}
        items={PAGES.map(({ key, path }) => {
          const href = `/${locale}/studio/search${path}`;
          return {
            href: view ? viewAddress(href, { ...view, list: 'frequent' }) : href,
            label: t(`${key}.tab`),
            current: key === page,
          };
        })}
      />
      {children}
    </div>
  );
};

type Choice = { href: string; label: string; current: boolean };

const Choices = ({ label, items }: { label: string; items: readonly Choice[] }) => (
  <nav aria-label={label} className="flex items-center gap-2.5">
    <span aria-hidden="true" className="text-sm text-ink-faint">
      {label}
    </span>
    <ul className="flex rounded-md border border-line bg-sunken p-0.5">
      {items.map((item) => (
        <li key={item.href}>
          <a
            href={item.href}
            aria-current={item.current ? 'true' : undefined}
            className={clsx(
              'block rounded-sm px-2.5 py-1 text-sm font-medium no-underline',
              item.current ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:text-ink',
            )}
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Narrows a report to a period and a language; links, so that a view has an address. */
export const ReportFilter = ({ page, view }: { page: string; view: ReportView }) => {
  const t = useTranslations('searches');
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <Choices
        label={t('period')}
        items={REPORT_DAYS.map((days) => ({
          href: viewAddress(page, { ...view, days }),
          label: t('days', { days }),
          current: days === view.days,
        }))}
      />
      <Choices
        label={t('language')}
        items={[null, ...LOCALES].map((language) => ({
          href: viewAddress(page, { ...view, language }),
          label: t(`languages.${language ?? 'all'}`),
          current: language === view.language,
        }))}
      />
    </div>
  );
};
