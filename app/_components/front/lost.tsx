import { useTranslations } from 'next-intl';
import { SearchBox } from '@/app/_components/shell/search-box';
import { Icon } from '@/app/_components/ui/icon';
import type { IconName } from '@/app/_components/ui/icons';
import type { Locale } from '@/domain/people/locale';

const WAYS = [
  { key: 'help', path: '/help', icon: 'book-open' },
  { key: 'faq', path: '/faq', icon: 'circle-help' },
  { key: 'status', path: '/status', icon: 'activity' },
  { key: 'request', path: '/requests/new', icon: 'mail' },
] as const satisfies readonly { key: string; path: string; icon: IconName }[];

/** For readers whose address leads nowhere: a search, and the four ways on that help most. */
export const Lost = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('front.notFound');
  return (
    <div className="max-w-reading">
      <h1 className="text-4xl">{t('title')}</h1>
      <p className="mt-4 text-lg text-ink-soft">{t('lead')}</p>
      <div className="mt-8">
        <SearchBox locale={locale} size="hero" />
      </div>
      <ul className="mt-10 grid gap-3 sm:grid-cols-2">
        {WAYS.map(({ key, path, icon }) => (
          <li key={key}>
            <a
              href={`/${locale}${path}`}
              className="flex h-full items-start gap-3 rounded-lg border border-line bg-surface p-4 text-ink no-underline hover:bg-hover"
            >
              <Icon name={icon} size={20} className="mt-0.5 shrink-0 text-accent" />
              <span>
                <b className="block font-semibold">{t(key)}</b>
                <span className="text-[0.9375rem] text-ink-soft">{t(`${key}Text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
