import { useTranslations } from 'next-intl';
import type { Target } from '@/domain/sla/targets';

/** What a target promises, in words: "10 business days". */
export const useTargetWords = () => {
  const t = useTranslations('tickets.deadlines.target');
  return (target: Target): string => {
    switch (target.kind) {
      case 'work':
      case 'elapsed':
        return t(`${target.kind}.${target.unit}`, { amount: target.amount });
      case 'releaseWithin':
        return t('releaseWithin', { weeks: target.weeks });
      default:
        return t(target.kind);
    }
  };
};
