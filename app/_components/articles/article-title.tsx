import { useTranslations } from 'next-intl';
import type { ArticleEntry } from '@/server/kernel/content';

/** The title of an article in a list; one that stands in for its translation says in which language it is. */
export const ArticleTitle = ({ article: { title, original } }: { article: ArticleEntry }) => {
  const t = useTranslations('articles');
  if (!original) return title;
  return (
    <>
      <span lang={original.locale}>{title}</span>{' '}
      <span className="text-[0.875em] font-normal text-ink-faint">({t(`writtenIn.${original.locale}`)})</span>
    </>
  );
};
