'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Marks a reason as dealt with, or takes it up again, and comes back to it. */
export const handleReason = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const id = textOf(data, 'id');
  const api = await serverApi(locale);
  const change = { id, handled: textOf(data, 'handled') === 'yes' };
  const changed = await attempt('feedback-reason', data, () => api.articles.handleFeedback(change));
  if (!changed.done) return;
  const parts = ['language', 'period', 'after', 'before'].map((name) => [name, textOf(data, name)]);
  redirect(`${withQuery(`/${locale}/studio/feedback/${textOf(data, 'key')}`, Object.fromEntries(parts))}#reason-${id}`);
};
