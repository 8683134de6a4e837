import { useTranslations } from 'next-intl';
import type { Progress } from '@/domain/roadmap/themes';

/** How far a theme is: a bar, and the same in words. */
export const ThemeProgress = ({ progress, label }: { progress: Progress; label: string }) => {
  const t = useTranslations('roadmap');
  if (progress.total === 0) return null;
  return (
    <div className="grid gap-1.5">
      <progress className="progress" max={1} value={progress.share} aria-label={t('progressOf', { theme: label })} />
      <p className="tabular text-sm text-ink-soft">{t('progress', { done: progress.done, total: progress.total })}</p>
    </div>
  );
};
