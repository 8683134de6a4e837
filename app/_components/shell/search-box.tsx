import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { SEARCH_LIMITS } from '@/domain/search/answer';
import { Icon } from '../ui/icon';

type SearchBoxProps = {
  locale: Locale;
  size?: 'header' | 'hero';
  query?: string | undefined;
  /** Whether it finds people and organisations, too, for whoever works on requests. */
  desk?: boolean;
};

/** One field that finds everything: suggestions while typing with the script, a page of results without. */
export const SearchBox = ({ locale, size = 'header', query, desk = false }: SearchBoxProps) => {
  const t = useTranslations('shell.search');
  const hero = size === 'hero';
  return (
    <search-box
      data-suggest={`/api/search?locale=${locale}${desk ? '&desk=1' : ''}`}
      data-hits-label={t('hits')}
      data-none-label={t('none')}
      data-all-label={t('allHits')}
      data-recent-label={t('recent')}
      data-forget-label={t('forget')}
      className="relative block"
    >
      <search>
        <form action={`/${locale}/search`} className="relative flex">
          <Icon
            name="search"
            size={hero ? 22 : 17}
            className={clsx(
              'pointer-events-none absolute top-1/2 -translate-y-1/2 text-ink-faint',
              hero ? 'start-5' : 'start-3',
            )}
          />
          <input
            type="search"
            name="q"
            required
            maxLength={SEARCH_LIMITS.query}
            enterKeyHint="search"
            defaultValue={query}
            aria-label={t('label')}
            placeholder={t(hero ? 'placeholder' : 'short')}
            data-shortcut="search"
            autoComplete="off"
            className={clsx(
              'control text-ellipsis',
              hero ? 'h-15 rounded-lg ps-13 pe-32 text-lg' : 'h-10 min-h-0 py-1 ps-9 pe-12 text-[0.9375rem]',
            )}
          />
          {hero ? (
            <button
              type="submit"
              className="absolute end-2 top-2 h-11 rounded-md bg-accent px-5 font-semibold text-on-accent hover:bg-accent-strong"
            >
              {t('submit')}
            </button>
          ) : (
            <kbd
              data-shortcut-hint
              hidden
              className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 rounded-sm border border-line px-1.5 font-sans text-xs text-ink-faint"
            >
              ⌘K
            </kbd>
          )}
        </form>
      </search>
    </search-box>
  );
};
