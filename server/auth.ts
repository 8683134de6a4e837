import { randomUUID } from 'node:crypto';
import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import { decode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { database } from '@/db/client';
import { actorById } from '@/db/people/queries';
import type { Actor, UserActor } from '@/domain/access/actor';
import { DEFAULT_LOCALE, isLocale, LOCALES, type Locale } from '@/domain/people/locale';
import { safeNextPath } from '@/domain/people/next-path';
import { Refusal } from '@/domain/refusal';
import type { Call } from './kernel/call';
import { cookieOf, deviceOf } from './kernel/device';
import { log } from './kernel/log';
import { signInWithLink } from './people/sign-in-with-link';
import { signInWithPassword } from './people/sign-in-with-password';

/** A session ends this long after signing in, used or not. */
const SESSION_SECONDS = 30 * 24 * 3600;

const isSecure = (): boolean => process.env.PUBLIC_URL?.startsWith('https:') ?? false;

/** The name of the cookie that carries a session; browsers refuse the prefixed one over plain http. */
export const sessionCookieName = (): string => `${isSecure() ? '__Secure-' : ''}authjs.session-token`;

const authSecret = (): string => {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error('AUTH_SECRET is not set: the start script sets it before anything asks for a session');
  return secret;
};

type Claims = { sub?: unknown; signedInAt?: unknown; exp?: unknown };

const personOf = async (claims: Claims | null): Promise<UserActor | null> => {
  if (typeof claims?.sub !== 'string' || typeof claims.signedInAt !== 'number') return null;
  return actorById(database(), claims.sub, new Date(claims.signedInAt));
};

/** What cookies of late say. Unpacking one takes six turns of the thread pool, and whoever works here sends it again and again. */
const lately = new Map<string, { claims: Claims; readAt: number }>();
const GOOD_FOR_MS = 60_000;
const MOST_KEPT = 2_000;

const hasEnded = ({ exp }: Claims): boolean => typeof exp === 'number' && exp * 1000 <= Date.now();

const claimsOf = async (headers: Headers): Promise<Claims | null> => {
  const salt = sessionCookieName();
  const token = cookieOf(headers, salt);
  if (!token) return null;
  const known = lately.get(token);
  if (known && Date.now() - known.readAt < GOOD_FOR_MS) return hasEnded(known.claims) ? null : known.claims;
  // A cookie we did not write, or wrote with another secret, is no session; it is no fault either.
  const claims = await decode<Claims>({ token, secret: authSecret(), salt }).catch(() => null);
  lately.delete(token);
  if (!claims) return null;
  lately.set(token, { claims, readAt: Date.now() });
  const [oldest] = lately.keys();
  if (lately.size > MOST_KEPT && oldest !== undefined) lately.delete(oldest);
  return claims;
};

const acceptedLocale = (headers: Headers): Locale => {
  const wanted = (headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLocale) ?? DEFAULT_LOCALE;
};

const callBy = (actor: Actor, headers: Headers, locale?: Locale): Call => {
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
  const again = async (): Promise<Actor> => (await personOf(claims)) ?? { kind: 'visitor' };
  return { ...callBy(await again(), headers, locale), again };
};

/**
 * A call by a visitor nobody knows: for pages that are the same for everybody and read no header or cookie. Where there
 * are headers they tell the address only, by which the pace of visitors is counted.
 */
export const visitorCall = (locale: Locale, headers: Headers = new Headers()): Call =>
  callBy({ kind: 'visitor' }, headers, locale);

/** next-auth's way of saying that a sign-in was refused; forms read the refusal itself. */
export class RefusedSignIn extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super(refusal.messageKey);
    this.code = refusal.code;
  }
}

type Person = { id: string; name: string; email: string };

/** The sign-in verbs refuse like any verb; next-auth only understands its own errors. */
const identified = async (check: Promise<Person>): Promise<Person> => {
  try {
    return await check;
  } catch (error) {
    throw error instanceof Refusal ? new RefusedSignIn(error) : error;
  }
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The language of the page that next-auth sends a refused sign-in back to. */
const pageLocale = (request: Request | undefined): Locale => {
  const referrer = request?.headers.get('referer') ?? '';
  const path = URL.canParse(referrer) ? new URL(referrer).pathname : '';
  return LOCALES.find((locale) => path.startsWith(`/${locale}`)) ?? acceptedLocale(request?.headers ?? new Headers());
};

/** The path of an address on the host that the visitor typed or that we are known by; `null` on any other. */
const pathHere = (url: string, baseUrl: string, request: Request | undefined): string | null => {
  if (!URL.canParse(url, baseUrl)) return null;
  const { host, pathname, search, hash } = new URL(url, baseUrl);
  const isHere = host === new URL(baseUrl).host || host === request?.headers.get('host');
  return isHere ? `${pathname}${search}${hash}` : null;
};

/** What next-auth reports of broken or forged posts: worth no line in the log. */
const CLIENT_FAULTS: readonly unknown[] = ['MissingCSRF', 'UnknownAction'];

/** What jose says of a cookie that is not ours, or was written with another secret. */
const isForeignToken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_JW');

/** By type and code: the build shortens the names of classes. */
const isClientFault = (error: Error): boolean =>
  error instanceof CredentialsSignin ||
  ('type' in error && CLIENT_FAULTS.includes(error.type)) ||
  isForeignToken((error.cause as { err?: unknown } | undefined)?.err);

const configure = (request: Request | undefined): NextAuthConfig => ({
  secret: authSecret(),
  basePath: '/api/auth',
  trustHost: true,
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: `/${pageLocale(request)}/sign-in`, error: `/${pageLocale(request)}/sign-in` },
  logger: {
    error: (error) => {
      if (!isClientFault(error)) log.error('signing in failed', { error });
    },
    warn: () => undefined,
  },
  providers: [
    Credentials({
      id: 'password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: (given, { headers }) => {
        const input = { email: textOf(given.email), password: textOf(given.password) };
        return identified(signInWithPassword(callBy({ kind: 'visitor' }, headers), input));
      },
    }),
    Credentials({
      id: 'link',
      credentials: { token: { type: 'text' } },
      authorize: (given, { headers }) =>
        identified(signInWithLink(callBy({ kind: 'visitor' }, headers), { token: textOf(given.token) })),
    }),
  ],
  callbacks: {
    // `signedInAt` stays what it was while next-auth renews `iat`: a session never outlives `sessionsValidFrom`.
    jwt: async ({ token, user }) => {
      if (user?.id) return { sub: user.id, signedInAt: Date.now() };
      const person = await personOf(token);
      return person && { ...token, name: person.name, email: person.email };
    },
    session: ({ session, token }) => ({
      expires: session.expires,
      user: { name: token.name ?? null, email: token.email ?? null },
    }),
    redirect: ({ url, baseUrl }) => `${baseUrl}${safeNextPath(pathHere(url, baseUrl, request)) ?? '/'}`,
  },
});

const nextAuth = NextAuth((request) => configure(request));

/** Issues a session to whom the provider's verb recognises; throws `RefusedSignIn`. For forms: writes the cookie of the answer. */
export const { signIn, signOut } = nextAuth;

/** Makes next-auth's redirects relative, so that they stay on the host name the visitor typed. */
const staysOnHost = async (answer: Promise<Response>): Promise<Response> => {
  const response = await answer;
  const location = response.headers.get('location');
  if (!location || !URL.canParse(location)) return response;
  const { pathname, search, hash } = new URL(location);
  const headers = new Headers(response.headers);
  headers.set('location', `${pathname}${search}${hash}`);
  return new Response(response.body, { status: response.status, headers });
};

type Handler = typeof nextAuth.handlers.GET;
const door =
  (handler: Handler) =>
  (...[request]: Parameters<Handler>): Promise<Response> =>
    staysOnHost(handler(request));

/** next-auth's own routes under `/api/auth`. */
export const authHandlers = { GET: door(nextAuth.handlers.GET), POST: door(nextAuth.handlers.POST) };
