import { LOCALES, type Locale } from '@/domain/people/locale';
import { Icon } from '../ui/icon';
import type { Alternates } from './alternates';

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Locale, string> = { fr: 'Français', en: 'English' };

/** The same page in the other language. */
export const LanguageSwitch = ({ locale, alternates }: { locale: Locale; alternates: Alternates }) => {
  const other = LOCALES.find((candidate) => candidate !== locale) ?? locale;
  return (
    <a
      href={alternates[other].path}
      lang={other}
      hrefLang={other}
      className="inline-flex h-10 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-ink-soft no-underline hover:bg-hover hover:text-ink"
    >
      <Icon name="languages" size={16} />
      {LANGUAGE_NAMES[other]}
    </a>
  );
};
