'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { nextOf } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Asks for an account; the answer is the same whether or not the address has one. */
export const signUp = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const next = nextOf(data);
  const api = await serverApi(locale);
  const person = { name: textOf(data, 'name'), email: textOf(data, 'email'), ...(next ? { next } : {}) };
  const sent = await attempt('sign-up', data, () => api.people.signUp(person));
  if (sent.done) redirect(`/${locale}/sign-up?sent=link`);
};
