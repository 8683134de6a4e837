import { useTranslations } from 'next-intl';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';

const CHOICES = [
  { value: 'system', icon: 'monitor' },
  { value: 'light', icon: 'sun' },
  { value: 'dark', icon: 'moon' },
] as const satisfies readonly { value: string; icon: IconName }[];

/** Light, dark, or as the system has it. Invisible without the reading script, since it could do nothing. */
export const ThemeSwitch = () => {
  const t = useTranslations('shell.theme');
  return (
    <theme-switch role="group" aria-label={t('label')} className="inline-flex rounded-md border border-line p-0.5">
      {CHOICES.map(({ value, icon }) => (
        <button
          key={value}
          type="button"
          value={value}
          aria-pressed={value === 'system'}
          aria-label={t(value)}
          title={t(value)}
          suppressHydrationWarning
          className="inline-grid size-8 place-items-center rounded-sm text-ink-soft hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          <Icon name={icon} size={16} />
        </button>
      ))}
    </theme-switch>
  );
};
