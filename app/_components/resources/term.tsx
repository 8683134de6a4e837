import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/app/_components/ui/text-link';
import { DEFAULT_LOCALE, isLocale } from '@/domain/people/locale';
import { glossaryTerm, pathOf } from '@/server/kernel/content';

/**
 * A word of the glossary in a text: a press tells what it means, in the browser's own popover, and leads to the
 * glossary. Everything stands in the page, so it works without script.
 */
export const TermPart = ({ slug, children }: { slug: string; children?: ReactNode }) => {
  const t = useTranslations('resources.glossary');
  const locale = useLocale();
  const term = glossaryTerm(isLocale(locale) ? locale : DEFAULT_LOCALE, slug);
  if (!term) return <>{children}</>;
  const id = `term-${slug}`;
  return (
    <>
      <button type="button" className="term" popoverTarget={id}>
        {children}
      </button>
      <span id={id} popover="auto" role="note" className="term-note" data-print="no">
        <span className="block font-semibold text-ink">{term.term}</span>
        <span className="mt-1 block">{term.definition}</span>
        <span className="mt-2 block">
          <TextLink href={pathOf(term)}>{t('read')}</TextLink>
        </span>
      </span>
    </>
  );
};
