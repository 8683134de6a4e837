import { z } from 'zod';
import { refusalBehind } from '@/app/_trpc/refusal';
import { uploadInForm } from '@/app/_trpc/upload';
import { type Phrase, Refusal } from '@/domain/refusal';
import { localeOf, type PendingFile } from './state';

const pendingFile = z.object({
  id: z.uuid(),
  claim: z.string(),
  name: z.string(),
  bytes: z.number(),
  mediaType: z.string(),
});

const parsed = (value: FormDataEntryValue): PendingFile[] => {
  if (typeof value !== 'string') return [];
  try {
    const result = pendingFile.safeParse(JSON.parse(value));
    return result.success ? [result.data] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
};

/** The files of a form that were uploaded before it was sent. */
export const uploadedFiles = (form: FormData, name = 'attachment'): PendingFile[] => form.getAll(name).flatMap(parsed);

/**
 * Takes the files that came inside the form itself, as browsers without JavaScript send them, so that they survive a
 * form that must be shown again. Answers why each of the others was not taken.
 */
export const takeEnclosedFiles = async (form: FormData, taken: PendingFile[], name = 'files'): Promise<Phrase[]> => {
  const problems: Phrase[] = [];
  for (const file of form.getAll(name)) {
    if (typeof file === 'string' || file.size === 0) continue;
    try {
      taken.push(await uploadInForm(file, localeOf(form)));
    } catch (error) {
      const refusal = refusalBehind(error);
      if (refusal?.code !== 'invalid') throw error;
      problems.push({ key: refusal.messageKey, data: refusal.data });
    }
  }
  return problems;
};

/** The refusal of a form some of whose files were not taken. */
export const filesRefused = (problems: readonly Phrase[]): Refusal =>
  new Refusal('invalid', 'errors.filesRefused', { count: problems.length });
