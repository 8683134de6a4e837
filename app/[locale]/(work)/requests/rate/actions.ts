'use server';

import { takeRating } from '@/app/_components/tickets/rate';
import { type FormState, textOf } from '@/app/_forms/state';

/** Says how content the reader of a mail is, by the link that stood in it. */
export const rateByMail = async (previous: FormState, form: FormData): Promise<FormState> =>
  takeRating(previous, form, (api, given) => api.tickets.rateByMail({ token: textOf(form, 'token'), ...given }));
