import { useTranslations } from 'next-intl';
import { ReadingPage } from '@/app/_site/reading-page';
import type { Locale } from '@/domain/people/locale';
import { LinkButton } from '../ui/button';
import { sameInAll } from './alternates';
import { NAVIGATION } from './navigation';
import { SearchBox } from './search-box';

/** What stands at an address that leads nowhere: a search, the main places, a way to ask. */
export const LostPage = ({ locale }: { locale: Locale }) => {
  const t = useTranslations('shell.lost');
  const tNav = useTranslations('shell.nav');
  return (
    <ReadingPage locale={locale} alternates={sameInAll('')} search={false}>
      <div className="max-w-reading">
        <h1 className="text-4xl">{t('title')}</h1>
        <p className="mt-4 text-lg text-ink-soft">{t('text')}</p>
        <div className="mt-8">
          <SearchBox locale={locale} size="hero" />
        </div>
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
