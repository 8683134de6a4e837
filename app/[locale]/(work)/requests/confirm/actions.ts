'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Opens the request that a mailed link is about. */
export const confirmRequest = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const token = textOf(data, 'token');
  const confirmed = await attempt('confirm', data, () => api.tickets.confirm({ token }));
  if (confirmed.done) redirect(`/${locale}/requests/confirm?${new URLSearchParams({ token })}`);
};
