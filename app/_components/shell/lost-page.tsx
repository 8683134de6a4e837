import { useTranslations } from 'next-intl';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { LinkButton } from '../ui/button';
import { sameInAll } from './alternates';
import { NAVIGATION } from './navigation';
import { SearchBox } from './search-box';

type LostPageProps = {
  locale: Locale;
  /** Nobody has signed in: what the address names may be restricted, and shown to who is behind it. */
  visitor?: boolean;
};

/** What stands at an address that leads nowhere: a search, the main places, the way to sign in. */
export const LostPage = ({ locale, visitor = false }: LostPageProps) => {
  const t = useTranslations('shell.lost');
  const tNav = useTranslations('shell.nav');
  return (
    <ReadingPage locale={locale} alternates={sameInAll('')} search={false}>
      <div className="max-w-reading">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-4 text-lg text-ink-soft">{t(visitor ? 'visitorText' : 'text')}</p>
        <div className="mt-8">
          <SearchBox locale={locale} size="hero" />
        </div>
        {visitor ? (
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4 rounded-lg border border-line bg-sunken px-5 py-4">
            <p className="min-w-0 flex-1 basis-72">{t('reserved')}</p>
            {/* The sign-in page leads back to where one came from. */}
            <LinkButton href={`/${locale}/sign-in`}>{t('signIn')}</LinkButton>
          </div>
        ) : null}
        <ul className="mt-8 flex flex-wrap gap-3">
          {NAVIGATION.map(({ key, path, icon }) => (
            <li key={key}>
              <LinkButton href={`/${locale}${path}`} icon={icon}>
                {tNav(key)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </ReadingPage>
  );
};
