import { useTranslations } from 'next-intl';
import { type CollectionPage, pathOf } from '@/server/kernel/content';
import { ArticleTitle } from './article-title';
import { isLarge, sectionPath } from './large-collection';

type CollectionNavProps = { collection: CollectionPage; current: string; className?: string };

/** Of a large collection, as many articles before and after the one being read are named. */
const AROUND = 6;

/** What is named of a section: all of it in a small collection; in a large one what stands around the current article. */
const named = (collection: CollectionPage, section: CollectionPage['sections'][number], current: string) => {
  if (!isLarge(collection)) return section.articles;
  const at = section.articles.findIndex((article) => article.key === current);
  return at < 0 ? [] : section.articles.slice(Math.max(0, at - AROUND), at + AROUND + 1);
};

/** The articles of this collection and no other: a way around that does not weigh on every page. */
export const CollectionNav = ({ collection, current, className }: CollectionNavProps) => {
  const t = useTranslations('articles');
  return (
    <nav aria-label={t('collectionNav', { collection: collection.title })} className={className} data-print="no">
      <div className="sticky top-24 grid max-h-[calc(100dvh-7rem)] gap-5 overflow-y-auto pb-6">
        {collection.sections.map((section) => (
          <div key={section.slug}>
            <p className="text-xs font-semibold text-ink-faint">
              {isLarge(collection) ? (
                <a href={sectionPath(collection, section.slug)} className="no-underline hover:text-accent">
                  {section.title}
                </a>
              ) : (
                section.title
              )}
            </p>
            <ul className="mt-1.5 border-s border-line empty:hidden">
              {named(collection, section, current).map((article) => (
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
