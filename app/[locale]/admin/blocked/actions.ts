'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const page = (data: FormData): string => `/${localeOf(data)}/admin/blocked`;

/** Blocks an address or a domain. */
export const blockSender = async (data: FormData): Promise<void> => {
  const api = await serverApi(localeOf(data));
  const facts = { pattern: textOf(data, 'pattern'), reason: textOf(data, 'reason') };
  const saved = await attempt('block', data, () => api.blocking.add(facts));
  if (saved.done) redirect(withQuery(page(data), { added: saved.answer.pattern }));
};

/** Unblocks; the page then offers to block the same again. */
export const unblockSender = async (data: FormData): Promise<void> => {
  const api = await serverApi(localeOf(data));
  const gone = await attempt('unblock', data, () => api.blocking.remove({ id: textOf(data, 'id') }));
  if (gone.done) redirect(withQuery(page(data), { removed: gone.answer.pattern, reason: gone.answer.reason }));
};
