import { useTranslations } from 'next-intl';
import type { Expectation } from '@/domain/sla/expectation';
import { useTargetWords } from './target-words';
import { useMoment } from './use-moment';

/** By when a request that was just sent is answered, or `fallback` where nothing is promised by a date. */
export const ExpectationWords = ({ expectation, fallback }: { expectation: Expectation | null; fallback: string }) => {
  const t = useTranslations('tickets.open');
  const moment = useMoment();
  const targetWords = useTargetWords();
  if (!expectation) return fallback;
  return t('sentBy', { by: moment(expectation.due), within: targetWords(expectation.target) });
};
