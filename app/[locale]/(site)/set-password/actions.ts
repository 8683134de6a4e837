'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { signIn } from '@/server/auth';

/** Sets the password by the mailed link and signs in with it. */
export const setPassword = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const password = textOf(data, 'password');
  const api = await serverApi(locale);
  const set = await attempt('set-password', data, async () => {
    const { email } = await api.people.setPassword({ token: textOf(data, 'token'), password });
    await signIn('password', { email, password, redirect: false });
  });
  if (set.done) redirect(nextOf(data) ?? `/${locale}/account?saved=welcome`);
};
