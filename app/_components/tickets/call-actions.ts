'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const placeOf = (form: FormData): string =>
  `/${localeOf(form)}/${textOf(form, 'place') === 'desk' ? 'desk' : 'requests'}`;

const backTo = (form: FormData, number: number): never => {
  revalidatePath(placeOf(form), 'layout');
  redirect(`${placeOf(form)}/${number}#call`);
};

/** Proposes slots for a call. */
export const proposeCall = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const call = {
    number: textOf(form, 'number'),
    slots: [...form.keys()].filter((name) => /^slot-\d$/.test(name)).map((name) => textOf(form, name)),
    minutes: textOf(form, 'minutes'),
  };
  const proposed = await attempt('call-propose', form, () => api.tickets.proposeCall(call));
  if (proposed.done) backTo(form, proposed.answer.number);
};

/** Chooses a slot and gives a number. */
export const chooseCall = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const choice = {
    number: textOf(form, 'number'),
    callId: textOf(form, 'callId'),
    slot: textOf(form, 'slot'),
    phone: textOf(form, 'phone'),
  };
  const chosen = await attempt('call-choose', form, () => api.tickets.chooseCall(choice));
  if (chosen.done) backTo(form, chosen.answer.number);
};

/** Calls a call off. */
export const cancelCall = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const call = { number: textOf(form, 'number'), callId: textOf(form, 'callId') };
  const cancelled = await attempt('call-cancel', form, () => api.tickets.cancelCall(call));
  if (cancelled.done) backTo(form, cancelled.answer.number);
};

/** Writes what was said in a call. */
export const recapCall = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const recap = { number: textOf(form, 'number'), callId: textOf(form, 'callId'), body: textOf(form, 'recap') };
  const written = await attempt('call-recap', form, () => api.tickets.recapCall(recap));
  if (written.done) backTo(form, written.answer.number);
};
