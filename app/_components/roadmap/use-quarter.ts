import { useTranslations } from 'next-intl';

/** `2027-Q1` as readers say it. */
export const useQuarter = (): ((quarter: string) => string) => {
  const t = useTranslations('roadmap');
  return (quarter) => t('quarter', { year: quarter.slice(0, 4), quarter: quarter.slice(-1) });
};
