'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Keeps a view of the list and leads to it. */
export const keepView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const view = {
    name: textOf(form, 'name'),
    shared: textOf(form, 'shared') !== '',
    address: Object.fromEntries(new URLSearchParams(textOf(form, 'address'))),
  };
  const kept = await attempt('view', form, () => api.tickets.saveView(view));
  if (kept.done) redirect(withQuery(`/${locale}/desk`, kept.answer.address));
};

/** Takes a kept view away. */
export const dropView = async (form: FormData): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const dropped = await attempt('view', form, () => api.tickets.removeView({ id: textOf(form, 'id') }));
  if (dropped.done) redirect(`/${locale}/desk`);
};
