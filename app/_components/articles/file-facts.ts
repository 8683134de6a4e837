import { useTranslations } from 'next-intl';
import { useFormat } from '@/app/_i18n/use-format';
import { media } from '@/server/kernel/content';

/** Says of a file under `/media/` what it is and how large: "PDF file, 12 kB". */
export const useFileFacts = (): ((path: string) => string) => {
  const t = useTranslations('articles');
  const format = useFormat();
  return (path) => {
    const bytes = media(path)?.bytes ?? 0;
    const kind = path.split('.').at(-1)?.toUpperCase() ?? '';
    const size =
      bytes < 1_000_000
        ? format.number(Math.max(1, Math.round(bytes / 1000)), { style: 'unit', unit: 'kilobyte' })
        : format.number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
    return t('file', { kind, size });
  };
};
