'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { serverApi } from '@/app/_trpc/server';

const KEY = 'keys.';

const keep = async (form: FormData, keys: Record<string, string>): Promise<void> => {
  const locale = localeOf(form);
  const api = await serverApi(locale);
  const saved = await attempt('keys', form, () => api.people.editKeys({ keys }));
  if (saved.done) redirect(`/${locale}/account/keys?saved=1`);
};

/** Keeps the keys that somebody chose; an empty field has the usual one. */
export const saveKeys = async (form: FormData): Promise<void> => {
  const names = [...form.keys()].filter((name) => name.startsWith(KEY));
  await keep(form, Object.fromEntries(names.map((name) => [name.slice(KEY.length), textOf(form, name)])));
};

/** Gives somebody the usual keys back. */
export const resetKeys = async (form: FormData): Promise<void> => keep(form, {});
