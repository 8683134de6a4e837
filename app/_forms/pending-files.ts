import { z } from 'zod';
import { uploadInForm } from '@/app/_trpc/upload';
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
export const uploadedFiles = (form: FormData): PendingFile[] => form.getAll('attachment').flatMap(parsed);

/**
 * Takes the files that came inside the form itself, as browsers without JavaScript send them, so that they survive a
 * form that must be shown again. Throws the `Refusal` of the first file that requests do not take.
 */
export const takeEnclosedFiles = async (form: FormData, taken: PendingFile[]): Promise<void> => {
  for (const file of form.getAll('files')) {
    if (typeof file !== 'string' && file.size > 0) taken.push(await uploadInForm(file, localeOf(form)));
  }
};
