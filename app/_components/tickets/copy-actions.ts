'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { stayOrLeadTo } from '@/app/_forms/in-place';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const placeOf = (form: FormData): string =>
  `/${localeOf(form)}/${textOf(form, 'place') === 'desk' ? 'desk' : 'requests'}`;

/** Puts people in copy of a request, picked or by address. */
export const addPeopleInCopy = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const number = textOf(form, 'number');
  const picked = textOf(form, 'copyIds');
  const people = { copies: textOf(form, 'copies'), copyIds: picked ? [picked] : [] };
  const added = await attempt('copy', form, () => api.tickets.addFollowers({ number, ...people }));
  if (!added.done) return;
  revalidatePath(placeOf(form), 'layout');
  await stayOrLeadTo(`${placeOf(form)}/${added.answer.number}`);
};

/** Takes somebody out of copy; whoever leaves goes back to what they are in copy of. */
export const removePersonInCopy = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const number = textOf(form, 'number');
  const removed = await attempt('copy', form, () =>
    api.tickets.removeFollower({ number, userId: textOf(form, 'userId') }),
  );
  if (!removed.done) return;
  revalidatePath(placeOf(form), 'layout');
  const left = removed.answer.left && textOf(form, 'place') !== 'desk';
  if (left) redirect(`${placeOf(form)}?scope=followed&left=${removed.answer.number}`);
  await stayOrLeadTo(`${placeOf(form)}/${removed.answer.number}`);
};
