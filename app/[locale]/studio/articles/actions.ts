'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { withQuery } from '@/app/_forms/page-input';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';
import { isLocale } from '@/domain/people/locale';
import { everyEntry, published } from '@/server/kernel/content';

/** Notes an article as reviewed, today or on the day the form names to take that back, and comes back to the list. */
export const reviewArticle = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const language = textOf(data, 'language');
  const key = textOf(data, 'key');
  const on = textOf(data, 'on');
  const api = await serverApi(locale);
  // The verb checks the language; what a form says is only text.
  const input = { locale: isLocale(language) ? language : locale, key, ...(on ? { on } : {}) };
  const done = await attempt('articles', data, () => api.articles.review(input));
  if (!done.done) return;
  const { from, to } = done.answer;
  const isLive = await published(() =>
    everyEntry(input.locale, 'article').some((entry) => entry.key === key && entry.reviewedOn === to),
  );
  const view = {
    q: textOf(data, 'q'),
    language: textOf(data, 'shownLanguage'),
    audience: textOf(data, 'audience'),
    shown: textOf(data, 'shown'),
    page: textOf(data, 'page'),
  };
  const told = on ? { done: 'undone' } : { done: key, about: input.locale, from, ...(isLive ? {} : { later: 'yes' }) };
  redirect(withQuery(`/${locale}/studio/articles`, { ...view, ...told }));
};
