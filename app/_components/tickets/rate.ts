import { revalidatePath } from 'next/cache';
import { done, type FormState, localeOf, refused, textOf } from '@/app/_forms/state';
import { refusalBehind } from '@/app/_trpc/refusal';
import { serverApi } from '@/app/_trpc/server';
import { invalidField } from '@/domain/refusal';
import { RATINGS, type Rating } from '@/domain/tickets/rating';

type Api = Awaited<ReturnType<typeof serverApi>>;

/** Takes what `RatingForm` sent and has it written by `rate`: as the requester, or by the link of a mail. */
export const takeRating = async (
  previous: FormState,
  form: FormData,
  rate: (api: Api, given: { rating: Rating; comment: string }) => Promise<unknown>,
): Promise<FormState> => {
  const locale = localeOf(form);
  const values = { rating: textOf(form, 'rating'), comment: textOf(form, 'comment') };
  const rating = RATINGS.find((one) => one === values.rating);
  if (!rating) return refused(previous, invalidField('rating', 'errors.required'), values, []);
  try {
    await rate(await serverApi(locale), { rating, comment: values.comment });
  } catch (error) {
    const refusal = refusalBehind(error);
    if (!refusal) throw error;
    return refused(previous, refusal, values, []);
  }
  revalidatePath(`/${locale}/requests`, 'layout');
  return done(previous);
};
