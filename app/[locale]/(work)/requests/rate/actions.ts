'use server';

import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { invalidField } from '@/domain/refusal';
import { RATINGS } from '@/domain/tickets/rating';

/** Says how content the reader of a mail is, by the link that stood in it. */
export const rateByMail = async (previous: FormState, form: FormData): Promise<FormState> => {
  const locale = localeOf(form);
  const values = { rating: textOf(form, 'rating'), comment: textOf(form, 'comment') };
  const rating = RATINGS.find((one) => one === values.rating);
  if (!rating) return refused(previous, invalidField('rating', 'errors.required'), values, []);
  try {
    const api = await serverApi(locale);
    await api.tickets.rateByMail({ token: textOf(form, 'token'), rating, comment: values.comment });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  return done(previous);
};
