import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { readerZone } from '@/app/_i18n/reader-zone';
import { granteeOf, type UserActor } from '@/domain/access/actor';
import { isGranted, type Permission } from '@/domain/access/grants';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import { createCaller } from '@/server/root';
import { callOf, visitorCall } from '@/server/session';
import { refusalBehind } from './refusal';

type Api = ReturnType<typeof createCaller>;

const callIn = cache(async (locale: Locale) => {
  const call = await callOf(await headers(), locale);
  if (call.actor.kind === 'user') readerZone().timeZone = call.actor.timeZone;
  return call;
});

/** One call for all of a page, whoever of it asks: who calls, and what was read, is read once. */
const currentCall = async (locale?: Locale) => {
  const page = locale ?? (await getLocale());
  return callIn(isLocale(page) ? page : DEFAULT_LOCALE);
};

/**
 * The verbs as the person who asks for this page may call them: `(await serverApi()).tickets.list({})`. Makes the page
 * dynamic. Server actions hand over the language of their form, which they cannot know otherwise.
 */
export const serverApi = async (locale?: Locale): Promise<Api> => createCaller(await currentCall(locale));

/**
 * The verbs as any visitor may call them, for pages that are the same for everybody and stay static. Doors that answer a
 * request hand over its headers, so that visitors do not share one pace.
 */
export const visitorApi = (locale: Locale, from?: Headers): Api => createCaller(visitorCall(locale, from));

/** The signed-in person, or `null`. Makes the page dynamic. */
export const currentPerson = async (): Promise<UserActor | null> => {
  const { actor } = await currentCall();
  return actor.kind === 'user' ? actor : null;
};

/** The address of the sign-in page that leads back to `here` (`/fr/requests/1042`). */
export const signInPath = (here: string): string => {
  const locale = here.split('/')[1];
  return `/${isLocale(locale) ? locale : DEFAULT_LOCALE}/sign-in?${new URLSearchParams({ next: here })}`;
};

/** The signed-in person; visitors are led to the sign-in page and back to `here`. */
export const signedInPerson = async (here: string): Promise<UserActor> =>
  (await currentPerson()) ?? redirect(signInPath(here));

/**
 * What a page shows, or the page that says why not: what does not exist, and what a signed-in person may not see, is
 * *not found*; a visitor is led to the sign-in page and back to `here`, the path of this page.
 */
export const orNotFound = async <Answer>(answer: Promise<Answer>, here: string): Promise<Answer> => {
  try {
    return await answer;
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal?.code === 'not-found' || refusal?.code === 'invalid') notFound();
    if (refusal?.code !== 'forbidden') throw error;
    if (await currentPerson()) notFound();
    redirect(signInPath(here));
  }
};

/** The page that was asked for below `place` (`/fr/desk/1042`), as the front tells it; the place itself without the front. */
const pageWithin = async (place: string): Promise<string> => {
  const asked = (await headers()).get('x-guichet-path');
  return asked?.startsWith(`${place}/`) ? asked : place;
};

/**
 * The signed-in person, if their role holds the grant of this working place (`tickets.queue` for the desk): visitors are
 * led to the sign-in page and back to the page they asked for, and for everyone else the place does not exist.
 */
export const grantedPerson = async (permission: Permission, here: string): Promise<UserActor> => {
  const person = await signedInPerson(await pageWithin(here));
  if (!isGranted(permission, granteeOf(person))) notFound();
  return person;
};
