import type { ArticlePage } from '@/app/_components/articles/load-article';
import type { Alternates } from '@/app/_components/shell/alternates';
import { LOCALES } from '@/domain/people/locale';
import { pathOf } from '@/server/kernel/content';

/** The way from the help centre to what is said about an article. */
export const commentWay = ({ article, collection }: ArticlePage, help: string) => [
  { href: `/${article.locale}/help`, label: help },
  { href: pathOf(collection), label: collection.title },
  { href: pathOf(article), label: article.title },
];

/** Each language has comments of its own: the switch leads to those, or to the article's stead where it has no translation. */
export const commentAlternates = ({ article, alternates }: ArticlePage, rest = ''): Alternates =>
  Object.fromEntries(
    LOCALES.map((locale) => {
      const twin = alternates[locale];
      const isHere = locale === article.locale;
      return [locale, { path: twin.exact ? `${twin.path}/comments${rest}` : twin.path, exact: isHere }];
    }),
  ) as Alternates;
