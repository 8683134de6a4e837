import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { sameInAll } from '@/app/_components/shell/alternates';
import { ReadingPage } from '@/app/_site/reading-page';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';

type AccountFrameProps = {
  /** Path and query of the page after its language, for the way to the other one. */
  path: string;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  after?: ReactNode;
};

/** The narrow column that the pages around signing in share: a title, one form, and where else to go. */
export const AccountFrame = ({ path, title, lead, children, after }: AccountFrameProps) => {
  const locale = useLocale();
  return (
    <ReadingPage locale={isLocale(locale) ? locale : DEFAULT_LOCALE} alternates={sameInAll(path)} bare>
      <div className="page-gutter mx-auto grid max-w-form gap-8 py-12 sm:py-16">
        <header>
          <h1 className="text-3xl">{title}</h1>
          {lead ? <p className="mt-3 text-lg text-ink-soft">{lead}</p> : null}
        </header>
        {children}
        {after ? <footer className="border-t border-line pt-6 text-[0.9375rem] text-ink-soft">{after}</footer> : null}
      </div>
    </ReadingPage>
  );
};
