'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

/** Stops the mails of a thread, or lets them come again. */
export const setStopped = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const token = textOf(data, 'token');
  const stopped = textOf(data, 'stopped') === 'yes';
  const { comments } = await serverApi(locale);
  const changed = await attempt('comment-stop', data, () => comments.stop({ token, stopped }));
  if (changed.done) redirect(withQuery(`/${locale}/comments/stop`, { token, done: stopped ? 'stopped' : 'resumed' }));
};
