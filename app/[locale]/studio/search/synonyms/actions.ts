'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { isLocale, type Locale } from '@/domain/people/locale';

const pageOf = (locale: Locale): string => `/${locale}/studio/search/synonyms`;

/** The language of the words; the verb refuses what is none. */
const languageOf = (data: FormData): Locale => {
  const language = textOf(data, 'language');
  return isLocale(language) ? language : localeOf(data);
};

const add = async (data: FormData, done: string): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const words = { locale: languageOf(data), words: textOf(data, 'words') };
  const added = await attempt('synonyms', data, () => api.search.addSynonyms(words));
  if (added.done) redirect(withQuery(pageOf(locale), { done }));
};

/** Adds a group. */
export const addGroup = async (data: FormData): Promise<void> => add(data, 'added');

/** Puts back a group that was just removed. */
export const restoreGroup = async (data: FormData): Promise<void> => add(data, 'restored');

/** Gives a group other words. */
export const editGroup = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const id = textOf(data, 'id');
  const change = { id, words: textOf(data, 'words'), seenAt: new Date(textOf(data, 'seenAt')) };
  const edited = await attempt(`synonyms-${id}`, data, () => api.search.editSynonyms(change));
  if (edited.done) redirect(withQuery(pageOf(locale), { done: 'edited' }));
};

/** Removes a group; the page that follows offers to put it back. */
export const removeGroup = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const removed = await attempt('synonyms', data, () => api.search.removeSynonyms({ id: textOf(data, 'id') }));
  if (!removed.done) return;
  const { words, locale: language } = removed.answer;
  redirect(withQuery(pageOf(locale), { done: 'removed', removed: words.join(', '), of: language }));
};
