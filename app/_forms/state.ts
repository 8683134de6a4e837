import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import type { Phrase, Refusal } from '@/domain/refusal';
import type { FoundAnswer } from '@/domain/search/found-answers';

/** A file that is uploaded and waits for its message. */
export type PendingFile = { id: string; claim: string; name: string; bytes: number; mediaType: string };

/** What a form shows after it was sent: what was wrong, and everything that was typed. */
export type FormState = {
  /** Counts the answers, so that a client knows a new one from the last. */
  turn: number;
  outcome: 'idle' | 'done' | 'refused';
  problem: Phrase | null;
  fields: Record<string, Phrase>;
  values: Record<string, string>;
  files: PendingFile[];
  /** Files that came with the form and were not taken, each with its reason. */
  refusedFiles?: readonly Phrase[];
  /** What may answer a request, where that was looked for before sending it. */
  answers?: readonly FoundAnswer[];
};

/** A form nobody has sent yet. */
export const untouched = (values: Record<string, string> = {}): FormState => ({
  turn: 0,
  outcome: 'idle',
  problem: null,
  fields: {},
  values,
  files: [],
});

/** A field of the form as text. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** The language of the page that a form stands on: server actions cannot know it otherwise. */
export const localeOf = (form: FormData): Locale => {
  const value = form.get('locale');
  return isLocale(value) ? value : DEFAULT_LOCALE;
};

/** The state after a refusal: the sentence, the fields at fault, and what was typed. */
export const refused = (
  previous: FormState,
  refusal: Refusal,
  values: Record<string, string>,
  files: PendingFile[],
): FormState => ({
  turn: previous.turn + 1,
  outcome: 'refused',
  problem: { key: refusal.messageKey, data: refusal.data },
  fields: refusal.fields,
  values,
  files,
});

/** The state after success: an empty form again. */
export const done = (previous: FormState): FormState => ({ ...untouched(), turn: previous.turn + 1, outcome: 'done' });
