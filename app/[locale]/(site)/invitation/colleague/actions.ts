'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { signIn } from '@/server/auth';

/** Makes the account of whoever was invited to work here and signs in with the password just chosen; the sign-in page knows where their work is. */
export const joinAsColleague = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const password = textOf(form, 'password');
  const given = { token: textOf(form, 'token'), name: textOf(form, 'name'), password };
  const joined = await attempt('colleague', form, async () => {
    const { email } = await api.people.joinAsColleague(given);
    await signIn('password', { email, password, redirect: false });
  });
  if (joined.done) redirect(`/${locale}/sign-in`);
};
