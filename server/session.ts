import { randomUUID } from 'node:crypto';
import { decode } from 'next-auth/jwt';
import { database } from '@/db/client';
import { actorById } from '@/db/people/queries';
import type { Actor, UserActor } from '@/domain/access/actor';
import { DEFAULT_LOCALE, isLocale, type Locale } from '@/domain/people/locale';
import type { Call } from './kernel/call';
import { cookieOf, deviceOf } from './kernel/device';
import { hashSecret } from './kernel/tokens';

/** Whether visitors reach this house over https. */
export const isSecure = (): boolean => process.env.PUBLIC_URL?.startsWith('https:') ?? false;

/** The name of the cookie that carries a session; browsers refuse the prefixed one over plain http. */
export const sessionCookieName = (): string => `${isSecure() ? '__Secure-' : ''}authjs.session-token`;

/** What sessions are written with; throws before the start script has set it. */
export const authSecret = (): string => {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set: the start script sets it before anything asks for a session');
  return secret;
};

/** What a session's cookie says. */
export type Claims = { sub?: unknown; signedInAt?: unknown; exp?: unknown };

/** The person whom a session names, as the database knows them now; `null` for a session that is over. */
export const personOf = async (claims: Claims | null): Promise<UserActor | null> => {
  if (typeof claims?.sub !== 'string' || typeof claims.signedInAt !== 'number') return null;
  return actorById(database(), claims.sub, new Date(claims.signedInAt));
};

/** The name of a sign-in, which says of itself neither whose nor when. */
export const sessionOf = ({ sub, signedInAt }: Claims): string => hashSecret(`${sub} ${signedInAt}`);

/** What cookies of late say. Unpacking one takes six turns of the thread pool, and whoever works here sends it again and again. */
const lately = new Map<string, Claims>();
const MOST_KEPT = 5_000;

const hasEnded = ({ exp }: Claims): boolean => typeof exp === 'number' && exp * 1000 <= Date.now();

const claimsOf = async (headers: Headers): Promise<Claims | null> => {
  const salt = sessionCookieName();
  const token = cookieOf(headers, salt);
  if (!token) return null;
  const known = lately.get(token);
  if (known) return hasEnded(known) ? null : known;
  // A cookie we did not write, or wrote with another secret, is no session; it is no fault either.
  const claims = await decode<Claims>({ token, secret: authSecret(), salt }).catch(() => null);
  if (!claims) return null;
  lately.set(token, claims);
  const [oldest] = lately.keys();
  if (lately.size > MOST_KEPT && oldest !== undefined) lately.delete(oldest);
  return claims;
};

/** The first language of ours that a browser asks for. */
export const acceptedLocale = (headers: Headers): Locale => {
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? DEFAULT_LOCALE;
};

/** A call by somebody, with what the request's headers tell of it. */
export const callBy = (actor: Actor, headers: Headers, locale?: Locale): Call => {
  const told = headers.get('x-guichet-locale');
  const own = actor.kind === 'user' ? actor.locale : acceptedLocale(headers);
  return {
    actor,
    now: new Date(),
    requestId: headers.get('x-request-id') ?? randomUUID(),
    // The front writes it from the peer's address, whatever the client sent under the name.
    origin: headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'direct',
    locale: locale ?? (isLocale(told) ? told : own),
    device: deviceOf(headers),
  };
};

/**
 * Who is calling, from the request's headers: the person behind the session cookie as the database knows them now
 * (role, name, deactivation), or a visitor. `locale` is the language of the page; without it the caller's own is taken.
 */
export const callOf = async (headers: Headers, locale?: Locale): Promise<Call> => {
  const claims = await claimsOf(headers);
  // A page may stay open longer than its session lasts.
  const again = async (): Promise<Actor> =>
    (await personOf(claims && hasEnded(claims) ? null : claims)) ?? { kind: 'visitor' };
  return { ...callBy(await again(), headers, locale), again, session: claims ? sessionOf(claims) : undefined };
};

/**
 * A call by a visitor nobody knows: for pages that are the same for everybody and read no header or cookie. Where there
 * are headers they tell the address only, by which the pace of visitors is counted.
 */
export const visitorCall = (locale: Locale, headers: Headers = new Headers()): Call =>
  callBy({ kind: 'visitor' }, headers, locale);
