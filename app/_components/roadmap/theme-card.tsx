import { useTranslations } from 'next-intl';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { ListedTheme } from './load-roadmap';
import { ThemeProgress } from './theme-progress';
import { ThemeStateBadge } from './theme-state';
import { useQuarter } from './use-quarter';

/** A theme in the list: what, why, how far, when. */
export const ThemeCard = ({ theme, locale }: { theme: ListedTheme; locale: Locale }) => {
  const t = useTranslations('roadmap');
  const quarterName = useQuarter();
  const title = inLocale(theme.title, locale);
  return (
    <article className="group relative flex flex-col gap-3 rounded-lg border border-line bg-surface p-5 hover:border-accent-line sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ThemeStateBadge state={theme.state} />
        <span className="text-sm text-ink-soft">{theme.quarter ? quarterName(theme.quarter) : null}</span>
      </div>
      <div>
        <p className="text-sm text-ink-soft">{inLocale(theme.area, locale)}</p>
        <h3 className="text-lg leading-snug">
          <a href={`/${locale}/roadmap/${theme.key}`} className="stretched no-underline group-hover:text-accent">
            {title}
          </a>
        </h3>
      </div>
      <p className="text-[0.9375rem] text-ink-soft">{inLocale(theme.why, locale)}</p>
      {theme.state === 'postponed' && theme.postponedReason ? (
        <p className="text-[0.9375rem]">
          <b>{t('postponedBecause')}</b> {inLocale(theme.postponedReason, locale)}
        </p>
      ) : null}
      <div className="mt-auto pt-2">
        <ThemeProgress progress={theme.progress} label={title} />
      </div>
    </article>
  );
};
