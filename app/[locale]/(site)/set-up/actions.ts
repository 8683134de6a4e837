'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { signIn } from '@/server/auth';

/** Makes the first admin and signs in. */
export const setUp = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const password = textOf(data, 'password');
  const api = await serverApi(locale);
  const made = await attempt('set-up', data, async () => {
    const { email } = await api.people.setUp({ name: textOf(data, 'name'), email: textOf(data, 'email'), password });
    await signIn('password', { email, password, redirect: false });
  });
  if (made.done) redirect(`/${locale}/admin/people`);
};
