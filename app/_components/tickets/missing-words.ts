import type { RouterOutputs } from '@/app/_trpc/outputs';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';

type Missing = RouterOutputs['tickets']['show']['missing'][number];
type Words = (key: string) => string;

/** What is missing, as its form calls it, and why it matters; `t` says the parts that every form has. */
export const missingWords = (part: Missing, t: Words, locale: Locale): { label: string; why: string } =>
  part.kind === 'field'
    ? { label: part.label ? inLocale(part.label, locale) : '', why: part.why ? inLocale(part.why, locale) : '' }
    : { label: t(`${part.kind}.label`), why: t(`${part.kind}.why`) };
