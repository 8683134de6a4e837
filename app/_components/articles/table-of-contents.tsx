import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import type { Heading } from '@/server/kernel/content';

type TableOfContentsProps = {
  headings: readonly Heading[];
  className?: string;
  folded?: boolean;
  /** The language of the headings, where it is not the page's. */
  lang?: string | undefined;
};

/** What the page holds. Beside the text where there is room, folded above it elsewhere; nothing for a short text. */
export const TableOfContents = ({ headings, className, folded = false, lang }: TableOfContentsProps) => {
  const t = useTranslations('articles');
  const shown = headings.filter((heading) => heading.depth <= 3);
  if (shown.length < 2) return <div className={className} />;
  if (!folded) {
    return (
      <nav aria-label={t('toc')} className={className} data-print="no">
        <div className="sticky top-24 max-h-[calc(100dvh-7rem)] overflow-y-auto pb-6">
          <p className="text-xs font-semibold text-ink-faint">{t('toc')}</p>
          <Links headings={shown} lang={lang} />
        </div>
      </nav>
    );
  }
  return (
    <nav aria-label={t('toc')} className={className} data-print="no">
      <details className="group/toc rounded-lg border border-line bg-surface px-4">
        <summary className="flex min-h-12 items-center justify-between font-semibold">
          {t('toc')}
          <Icon name="chevron-down" className="text-ink-faint group-open/toc:rotate-180" />
        </summary>
        <div className="pb-4">
          <Links headings={shown} lang={lang} />
        </div>
      </details>
    </nav>
  );
};

const Links = ({ headings, lang }: Pick<TableOfContentsProps, 'headings' | 'lang'>) => (
  <ul className="mt-1.5" lang={lang}>
    {headings.map((heading) => (
      <li key={heading.id} className={clsx(heading.depth === 3 && 'ps-3.5')}>
        <a
          href={`#${heading.id}`}
          className="block py-1.5 text-sm leading-snug text-ink-soft no-underline hover:text-accent hover:underline"
        >
          {heading.text}
        </a>
      </li>
    ))}
  </ul>
);
