'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const page = (form: FormData): string => `/${localeOf(form)}/admin/tags`;

/** Calls a tag by another name. */
export const renameTag = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const named = { id: textOf(form, 'id'), name: textOf(form, 'name') };
  const renamed = await attempt('tag-rename', form, () => api.tags.rename(named));
  if (renamed.done) redirect(withQuery(page(form), { done: 'renamed', name: renamed.answer.name }));
};

/** Files what is under one tag under another. */
export const mergeTag = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const both = { id: textOf(form, 'id'), into: textOf(form, 'into'), confirmed: textOf(form, 'confirmed') !== '' };
  const merged = await attempt('tag-merge', form, () => api.tags.merge(both));
  if (!merged.done) return;
  redirect(withQuery(page(form), { done: 'merged', name: merged.answer.from, into: merged.answer.into }));
};

/** Deletes a tag that nothing names. */
export const removeTag = async (form: FormData): Promise<void> => {
  const api = await serverApi(localeOf(form));
  const removed = await attempt('tag-remove', form, () => api.tags.remove({ id: textOf(form, 'id') }));
  if (removed.done) redirect(withQuery(page(form), { done: 'removed', name: removed.answer.name }));
};
