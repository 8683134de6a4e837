import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { type ArticleEntry, pathOf } from '@/server/kernel/content';
import { ArticleTitle } from './article-title';
import { AudienceBadge } from './audience-badge';

/** Articles as lines one chooses from: title, what one will get, how long it takes. */
export const ArticleList = ({ articles }: { articles: readonly ArticleEntry[] }) => {
  const t = useTranslations('articles');
  return (
    <ul className="border-t border-line">
      {articles.map((article) => (
        <li key={article.key} className="group relative border-b border-line">
          <div className="flex items-center justify-between gap-6 py-4">
            <div className="min-w-0">
              <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-sans text-lg leading-snug tracking-normal">
                <a href={pathOf(article)} className="stretched no-underline group-hover:text-accent">
                  <ArticleTitle article={article} />
                </a>
                <AudienceBadge audience={article.audience} />
              </h3>
              <p className="mt-1 text-[0.9375rem] text-ink-soft">{article.lead}</p>
              <p className="mt-1.5 text-sm text-ink-faint">{t('readingTime', { minutes: article.readingMinutes })}</p>
            </div>
            <Icon name="chevron-right" className="text-ink-faint group-hover:text-accent" />
          </div>
        </li>
      ))}
    </ul>
  );
};
