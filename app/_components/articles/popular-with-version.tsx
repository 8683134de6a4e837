import { useTranslations } from 'next-intl';
import type { Popular } from './load-popular';
import { MostRead } from './most-read';

/** What people of the same version of the product read most; nothing where there is nothing to tell. */
export const PopularWithVersion = ({ popular }: { popular: Popular | null }) => {
  const t = useTranslations('articles');
  if (!popular) return null;
  return <MostRead id="popular" title={t('popular', { version: popular.version })} articles={popular.articles} />;
};
