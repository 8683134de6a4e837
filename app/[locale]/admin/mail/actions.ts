'use server';

import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';

/** Queues a failed mail again. */
export const retryMail = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  try {
    await (await serverApi(locale)).mail.retry({ id: textOf(form, 'id') });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, {}, []);
  }
  revalidatePath(`/${locale}/admin/mail`);
  return done(previous);
};
