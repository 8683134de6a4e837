import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { database } from '@/db/client';
import { notify } from '@/db/kernel/queries';
import { LOCALES, type Locale } from '@/domain/people/locale';
import { safeNextPath } from '@/domain/people/next-path';
import { Refusal } from '@/domain/refusal';
import { log } from './kernel/log';
import { SIGNED_OUT_CHANNEL } from './kernel/watching';
import { signInWithLink } from './people/sign-in-with-link';
import { signInWithPassword } from './people/sign-in-with-password';
import { acceptedLocale, authSecret, callBy, isSecure, personOf, sessionOf } from './session';

/** A session ends this long after signing in, used or not. */
const SESSION_SECONDS = 30 * 24 * 3600;

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
  events: {
    // What its owner has open in other pages ends with the sign-in.
    signOut: async (ended) => {
      if ('token' in ended && ended.token) await notify(database(), SIGNED_OUT_CHANNEL, sessionOf(ended.token));
    },
  },
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
