import { useTranslations } from 'next-intl';
import type { Phrase } from '@/domain/refusal';

/** Says a phrase (key and data) in the reader's language; nothing stays nothing. */
export const usePhrase = () => {
  const t = useTranslations();
  return (phrase: Phrase | null | undefined): string | undefined => (phrase ? t(phrase.key, phrase.data) : undefined);
};
