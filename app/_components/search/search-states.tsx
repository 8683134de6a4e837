import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { collections, pathOf } from '@/server/kernel/content';
import { LinkButton } from '../ui/button';
import { Callout } from '../ui/callout';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { isIconName } from '../ui/icons';

/** The request form, with the words that found nothing as its subject. */
const requestAddress = (locale: Locale, query: string): string =>
  `/${locale}/requests/new?${new URLSearchParams({ subject: query })}`;

/** The shelves of the help centre: what one can do without words. */
const Shelves = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('search');
  const tArticles = useTranslations('articles');
  const shelves = collections(locale).filter((collection) => collection.count > 0);
  if (shelves.length === 0) return null;
  return (
    <section aria-labelledby="shelves" className="mt-10">
      <h2 id="shelves" className="text-lg">
        {t('shelves')}
      </h2>
      <ul className="mt-3 grid gap-x-6 border-t border-line sm:grid-cols-2">
        {shelves.map((collection) => (
          <li key={collection.key} className="border-b border-line">
            <a
              href={pathOf(collection)}
              className="flex items-center gap-3 py-3.5 font-medium no-underline hover:text-accent"
            >
              <Icon
                name={isIconName(collection.icon) ? collection.icon : 'book-open'}
                size={18}
                className="text-accent"
              />
              {collection.title}
              <span className="ms-auto text-sm font-normal text-ink-faint">
                {tArticles('count', { count: collection.count })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Before anything was asked. */
export const SearchStart = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('search');
  return (
    <>
      <p className="mt-5 text-ink-soft">{t('start')}</p>
      <Shelves locale={locale} />
    </>
  );
};

/** Nothing was found: what to try, and the way to somebody who answers, with the words carried over. */
export const NothingFound = ({ locale, query }: { locale: Locale; query: string }) => {
  const t = useTranslations('search.none');
  return (
    <>
      <EmptyState
        className="mt-8"
        icon="search"
        title={t('title')}
        actions={
          <>
            <LinkButton href={`/${locale}/help`}>{t('browse')}</LinkButton>
            <LinkButton href={requestAddress(locale, query)} icon="square-pen">
              {t('ask')}
            </LinkButton>
          </>
        }
      >
        <p>{t('text')}</p>
      </EmptyState>
      <Shelves locale={locale} />
    </>
  );
};

/** The search cannot answer now; all the rest can. */
export const SearchAway = ({ locale, busy }: { locale: Locale; busy: boolean }) => {
  const t = useTranslations('search.away');
  return (
    <>
      <Callout tone={busy ? 'warning' : 'info'} className="mt-8" title={t(busy ? 'busyTitle' : 'title')}>
        <p>{t(busy ? 'busyText' : 'text')}</p>
      </Callout>
      <Shelves locale={locale} />
    </>
  );
};
