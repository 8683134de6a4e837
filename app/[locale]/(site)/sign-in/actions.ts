'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf, withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { signIn } from '@/server/auth';

/** Signs in by password, then goes on to the page asked for; the sign-in page itself knows where everybody else goes. */
export const signInWithPassword = async (data: FormData): Promise<void> => {
  const credentials = { email: textOf(data, 'email'), password: textOf(data, 'password') };
  const signedIn = await attempt('sign-in', data, () => signIn('password', { ...credentials, redirect: false }));
  if (signedIn.done) redirect(nextOf(data) ?? `/${localeOf(data)}/sign-in`);
};

/** Sends a sign-in link. */
export const sendSignInLink = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const next = nextOf(data);
  const api = await serverApi(locale);
  const asked = { email: textOf(data, 'email'), purpose: 'sign_in' as const, ...(next ? { next } : {}) };
  const sent = await attempt('sign-in', data, () => api.people.requestLink(asked));
  if (sent.done) redirect(withQuery(`/${locale}/sign-in`, { sent: 'link', next }));
};
