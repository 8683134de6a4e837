import 'server-only';
import { refusalBehind } from '@/app/_trpc/refusal';
import type { Phrase } from '@/domain/refusal';
import { controlOf } from './control-of';
import { dropFlash, keepFlash } from './flash';
import { textOf } from './state';

/** Fields that are never shown again: secrets, and what the framework adds to a form. */
const KEPT_OUT = /password|token|^\$|^locale$|^next$/i;

const typedIn = (data: FormData): Record<string, string> =>
  Object.fromEntries([...data.keys()].filter((name) => !KEPT_OUT.test(name)).map((name) => [name, textOf(data, name)]));

const besideControls = (faults: Record<string, Phrase>, data: FormData): Record<string, Phrase> => {
  const names = new Set(data.keys());
  return Object.fromEntries(Object.entries(faults).map(([path, fault]) => [controlOf(path, names), fault]));
};

/**
 * Does what a form asks for. A refusal is kept for the form's page, which is shown again with the errors beside the
 * fields and nothing typed lost; anything else is thrown on. After a success the caller redirects.
 */
export const attempt = async <Answer>(
  form: string,
  data: FormData,
  run: () => Promise<Answer>,
): Promise<{ done: true; answer: Answer } | { done: false }> => {
  try {
    const answer = await run();
    await dropFlash();
    return { done: true, answer };
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    const message = { key: refusal.messageKey, data: refusal.data };
    await keepFlash(form, { values: typedIn(data), fields: besideControls(refusal.fields, data), message });
    return { done: false };
  }
};
