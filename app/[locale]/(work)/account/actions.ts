'use server';

import { redirect } from 'next/navigation';
import { attempt } from '@/app/_forms/attempt';
import { localeOf, textOf } from '@/app/_forms/state';
import { currentPerson, serverApi } from '@/app/_trpc/server';
import type { PublicName } from '@/domain/comments/names';
import type { Locale } from '@/domain/people/locale';
import { signIn } from '@/server/auth';

/** Saves the profile and goes on in the language chosen. */
export const saveProfile = async (data: FormData): Promise<void> => {
  const api = await serverApi(localeOf(data));
  const profile = {
    name: textOf(data, 'name'),
    // The verb checks it; what a form says is only text.
    locale: textOf(data, 'language') as Locale,
    timeZone: textOf(data, 'timeZone'),
    publicName: textOf(data, 'publicName') as PublicName,
  };
  const saved = await attempt('profile', data, () => api.people.editProfile(profile));
  if (saved.done) redirect(`/${saved.answer.locale}/account?saved=profile`);
};

/** Changes the password, which ends all sessions, and signs this browser in again. */
export const changePassword = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const passwords = { currentPassword: textOf(data, 'currentPassword'), newPassword: textOf(data, 'newPassword') };
  const changed = await attempt('password', data, async () => {
    const { email } = await api.people.changePassword(passwords);
    await signIn('password', { email, password: passwords.newPassword, redirect: false });
  });
  if (changed.done) redirect(`/${locale}/account?saved=password`);
};

/** Notes when one is away oneself. */
export const addOwnAbsence = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const person = await currentPerson();
  const absence = {
    userId: person?.id ?? '',
    fromDay: textOf(data, 'fromDay'),
    untilDay: textOf(data, 'untilDay') || textOf(data, 'fromDay'),
    reason: textOf(data, 'reason'),
  };
  const added = await attempt('own-absence', data, () => api.teams.addAbsence(absence));
  if (added.done) redirect(`/${locale}/account?saved=absence#absences`);
};

/** Takes one's own absence back. */
export const removeOwnAbsence = async (data: FormData): Promise<void> => {
  const locale = localeOf(data);
  const api = await serverApi(locale);
  const removed = await attempt('own-absence', data, () => api.teams.removeAbsence({ id: textOf(data, 'id') }));
  if (removed.done) redirect(`/${locale}/account?saved=present#absences`);
};
