'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Sends a link to set a new password. */
export const sendPasswordLink = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const asked = { email: textOf(data, 'email'), purpose: 'set_password' as const };
  const sent = await attempt('forgotten-password', data, () => api.people.requestLink(asked));
  if (sent.done) redirect(`/${locale}/forgotten-password?sent=link`);
};
