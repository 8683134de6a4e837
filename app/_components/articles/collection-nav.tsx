import { useTranslations } from 'next-intl';
import { type CollectionPage, pathOf } from '@/server/kernel/content';
import { ArticleTitle } from './article-title';

type CollectionNavProps = { collection: CollectionPage; current: string; className?: string };

/** The articles of this collection and no other: a way around that does not weigh on every page. */
export const CollectionNav = ({ collection, current, className }: CollectionNavProps) => {
  const t = useTranslations('articles');
  return (
    <nav aria-label={t('collectionNav', { collection: collection.title })} className={className} data-print="no">
      <div className="sticky top-24 grid max-h-[calc(100dvh-7rem)] gap-5 overflow-y-auto pb-6">
        {collection.sections.map((section) => (
          <div key={section.slug}>
            <p className="text-xs font-semibold text-ink-faint">{section.title}</p>
            <ul className="mt-1.5 border-s border-line">
              {section.articles.map((article) => (
                <li key={article.key}>
                  <a
                    href={pathOf(article)}
                    aria-current={article.key === current ? 'page' : undefined}
                    className="-ms-px block border-s-2 border-transparent py-1.5 ps-3.5 text-sm leading-snug text-ink-soft no-underline hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
                  >
                    <ArticleTitle article={article} />
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
};
