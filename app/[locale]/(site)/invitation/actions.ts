'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import { signIn } from '@/server/auth';

/** Accepts the invitation; a newcomer is signed in with the password just chosen, others sign in as ever. */
export const acceptInvitation = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const password = textOf(form, 'password');
  const given = { token: textOf(form, 'token'), name: textOf(form, 'name'), password };
  const accepted = await attempt('invitation', form, async () => {
    const { email, made } = await api.people.acceptInvitation(given);
    if (made) await signIn('password', { email, password, redirect: false });
    return { email, made };
  });
  if (!accepted.done) return;
  const welcome = `/${locale}/account/organisation?done=joined`;
  const here = accepted.answer.made || (await currentPerson())?.email === accepted.answer.email;
  redirect(here ? welcome : `/${locale}/sign-in?${new URLSearchParams({ next: welcome })}`);
};
