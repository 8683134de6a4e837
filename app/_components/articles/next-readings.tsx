import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from '@/app/_components/ui/icon';
import { type ArticleEntry, pathOf } from '@/server/kernel/content';
import { ArticleTitle } from './article-title';

type Step = { href: string; title: ReactNode; label: string };

/** Two links at the end of a text: back on the left, on on the right. */
export const StepLinks = ({ label, back, on }: { label: string; back: Step | null; on: Step | null }) => {
  if (!back && !on) return null;
  return (
    <nav aria-label={label} className="mt-8 grid gap-4 sm:grid-cols-2" data-print="no">
      {back ? <StepLink {...back} /> : <span className="hidden sm:block" />}
      {on ? <StepLink {...on} onward /> : null}
    </nav>
  );
};

const StepLink = ({ href, title, label, onward = false }: Step & { onward?: boolean }) => (
  <a
    href={href}
    className={clsx(
      'group rounded-lg border border-line bg-surface px-5 py-4 no-underline hover:border-accent-line hover:bg-accent-soft/40',
      onward && 'text-end',
    )}
  >
    <span className={clsx('flex items-center gap-1.5 text-sm text-ink-faint', onward && 'justify-end')}>
      {onward ? null : <Icon name="arrow-left" size={15} />}
      {label}
      {onward ? <Icon name="arrow-right" size={15} /> : null}
    </span>
    <span className="mt-1 block leading-snug font-semibold group-hover:text-accent">{title}</span>
  </a>
);

export const NextReadings = ({ previous, next }: { previous: ArticleEntry | null; next: ArticleEntry | null }) => {
  const t = useTranslations('articles');
  const step = (article: ArticleEntry | null, label: string): Step | null =>
    article && { href: pathOf(article), title: <ArticleTitle article={article} />, label };
  return <StepLinks label={t('neighbours')} back={step(previous, t('previous'))} on={step(next, t('next'))} />;
};

export const RelatedArticles = ({ articles }: { articles: readonly ArticleEntry[] }) => {
  const t = useTranslations('articles');
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby="related" className="mt-12" data-print="no">
      <h2 id="related" className="text-xl">
        {t('related')}
      </h2>
      <ul className="mt-3 border-t border-line">
        {articles.map((article) => (
          <li key={article.key} className="group relative border-b border-line py-3.5">
            <a href={pathOf(article)} className="stretched font-semibold no-underline group-hover:text-accent">
              <ArticleTitle article={article} />
            </a>
            <p className="mt-0.5 text-[0.9375rem] text-ink-soft">{article.lead}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
