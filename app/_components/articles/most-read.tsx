import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { type ArticleEntry, pathOf } from '@/server/kernel/content';

type MostReadProps = {
  articles: readonly ArticleEntry[];
  /** Left out: the articles that everybody reads most. */
  title?: string | undefined;
  id?: string;
  className?: string | undefined;
};

/** What others open most, as a numbered list; nothing while nothing was read. */
export const MostRead = ({ articles, title, id = 'most-read', className }: MostReadProps) => {
  const t = useTranslations('articles');
  if (articles.length === 0) return null;
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className="text-2xl">
        {title ?? t('mostRead')}
      </h2>
      <ol className="mt-4 grid gap-x-14 border-t border-line sm:grid-cols-2">
        {articles.map((article, index) => (
          <li key={article.key} className="border-b border-line">
            <a href={pathOf(article)} className="flex items-center gap-4 py-3.5 no-underline hover:underline">
              <span aria-hidden="true" className="tabular w-6 font-display text-xl font-semibold text-ink-faint">
                {index + 1}
              </span>
              <span className="min-w-0 flex-1">{article.title}</span>
              <Icon name="arrow-right" size={16} className="text-ink-faint" />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
};
