import { useTranslations } from 'next-intl';
import type { Phrase } from '@/domain/refusal';

/** Says phrases (key and data, as refusals carry them) in the page's language; in server and client components alike. */
export const usePhrases = (): ((phrase: Phrase) => string) => {
  const translate = useTranslations();
  return (phrase) => translate(phrase.key, phrase.data);
};
