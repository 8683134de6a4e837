import 'server-only';
import { headers } from 'next/headers';
import type { Locale } from '@/domain/people/locale';
import { Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { uploadFile } from '@/server/files/upload';
import { callOf } from '@/server/session';

/** Takes a file that came inside a posted form. Throws a `Refusal` for what requests do not take. */
export const uploadInForm = async (file: File, locale: Locale) => {
  if (file.size > TICKET_LIMITS.fileBytes) throw new Refusal('invalid', 'errors.fileTooBig', { name: file.name });
  const read = async () => Buffer.from(await file.arrayBuffer());
  return uploadFile(await callOf(await headers(), locale), file.name, read);
};
