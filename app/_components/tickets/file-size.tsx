import { useFormatter, useTranslations } from 'next-intl';

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

/** A size in bytes as people say it: kilobytes below a megabyte. */
export const FileSize = ({ bytes }: { bytes: number }) => {
  const t = useTranslations('tickets.files');
  const format = useFormatter();
  return bytes < MEGABYTE
    ? t('size', { size: format.number(Math.max(1, Math.round(bytes / KILOBYTE))) })
    : t('sizeMega', { size: format.number(bytes / MEGABYTE, { maximumFractionDigits: 1 }) });
};
