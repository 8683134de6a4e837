'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { signIn } from '@/server/auth';

/** Uses the sign-in link up. A link that no longer works shows so on the page itself. */
export const signInWithLink = async (data: FormData): Promise<void> => {
  const token = textOf(data, 'token');
  const signedIn = await attempt('link', data, () => signIn('link', { token, redirect: false }));
  if (signedIn.done) redirect(nextOf(data) ?? `/${localeOf(data)}/sign-in`);
};
