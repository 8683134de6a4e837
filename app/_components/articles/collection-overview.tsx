import { useTranslations } from 'next-intl';
import { Icon } from '@/app/_components/ui/icon';
import { isIconName } from '@/app/_components/ui/icons';
import { TextLink } from '@/app/_components/ui/text-link';
import { type CollectionPage, pathOf } from '@/server/kernel/content';
import { ArticleTitle } from './article-title';

/** Enough to show what a collection holds; the rest is one press away. */
const SHOWN = 6;

/** A collection on the first page of the help: what it is about, and its first articles. */
export const CollectionOverview = ({ collection }: { collection: CollectionPage }) => {
  const t = useTranslations('articles');
  const articles = collection.sections.flatMap((section) => section.articles);
  const icon = isIconName(collection.icon) ? collection.icon : 'book-open';
  return (
    <section
      aria-labelledby={collection.slug}
      className="grid gap-x-10 gap-y-5 border-t border-line py-8 lg:grid-cols-[19rem_1fr]"
    >
      <div className="flex gap-4">
        <span className="grid size-11 shrink-0 place-items-center rounded-lg bg-accent-soft text-accent">
          <Icon name={icon} size={22} />
        </span>
        <div>
          <h2 id={collection.slug} className="text-xl">
            <TextLink quiet href={pathOf(collection)}>
              {collection.title}
            </TextLink>
          </h2>
          {collection.description === collection.title ? null : (
            <p className="mt-1.5 text-[0.9375rem] text-ink-soft">{collection.description}</p>
          )}
          <p className="mt-1.5 text-sm text-ink-faint">{t('count', { count: collection.count })}</p>
        </div>
      </div>
      <div>
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {articles.slice(0, SHOWN).map((article) => (
            <li key={article.key} className="flex">
              <TextLink quiet href={pathOf(article)} className="flex min-h-10 items-center gap-2 py-1.5 leading-snug">
                <Icon name="file-text" size={17} className="text-ink-faint" />
                <span>
                  <ArticleTitle article={article} />
                </span>
              </TextLink>
            </li>
          ))}
        </ul>
        {articles.length > SHOWN ? (
          <p className="mt-3 text-[0.9375rem]">
            <TextLink href={pathOf(collection)}>{t('all')}</TextLink>
          </p>
        ) : null}
      </div>
    </section>
  );
};
