import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { describe, expect, it, vi } from 'vitest';
import type { Tx } from '@/db/client';
import { updateAccount } from '@/db/people/accounts';
import { makeOrganisation, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { authHandlers } from './auth';
import { hashPassword } from './people/credentials';
import { callOf, sessionCookieName } from './session';

const session = async (
  userId: string,
  signedInAt = Date.now(),
  secret = process.env.AUTH_SECRET ?? '',
  maxAge = 3600,
) => {
  const salt = sessionCookieName();
  const token = await encode({ token: { sub: userId, signedInAt }, secret, salt, maxAge });
  return new Headers({ cookie: `other=1; ${salt}=${token}` });
};

const person = (tx: Tx, given: Parameters<typeof makeUser>[1] = {}) =>
  makeUser(tx, { sessionsValidFrom: new Date(Date.now() - 60_000), ...given });

describe('who is calling', () => {
  it(
    'is the person behind the cookie as the database knows them now',
    rolledBack(async (tx) => {
      const user = await person(tx, { name: 'Camille Roux', locale: 'en' });
      const garden = await makeOrganisation(tx, 'Les Amis du Jardin', [{ userId: user.id, manager: true }]);
      const headers = await session(user.id);
      expect(await callOf(headers)).toMatchObject({
        actor: {
          kind: 'user',
          id: user.id,
          role: 'customer',
          memberships: [{ organisationId: garden, manager: true }],
        },
        locale: 'en',
      });
      await updateAccount(tx, user.id, { role: 'agent', name: 'Camille Le Goff' });
      expect((await callOf(headers)).actor).toMatchObject({ role: 'agent', name: 'Camille Le Goff' });
      await updateAccount(tx, user.id, { deactivatedAt: new Date() });
      expect((await callOf(headers)).actor).toEqual({ kind: 'visitor' });
    }),
  );

  it(
    'is a visitor with a cookie that is old, foreign, damaged or of nobody',
    rolledBack(async (tx) => {
      const user = await person(tx);
      const visitor = { kind: 'visitor' };
      expect((await callOf(await session(user.id, Date.now() - 120_000))).actor).toEqual(visitor);
      expect((await callOf(await session(user.id, Date.now(), 'another secret altogether'))).actor).toEqual(visitor);
      expect((await callOf(await session(randomUUID()))).actor).toEqual(visitor);
      expect((await callOf(new Headers({ cookie: `${sessionCookieName()}=nonsense` }))).actor).toEqual(visitor);
      expect((await callOf(new Headers())).actor).toEqual(visitor);
    }),
  );

  it(
    'is a visitor once the session has ended, though it was read a moment before',
    rolledBack(async (tx) => {
      const user = await person(tx);
      const headers = await session(user.id, Date.now(), undefined, 30);
      expect((await callOf(headers)).actor).toMatchObject({ id: user.id });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40_000 });
      try {
        expect((await callOf(headers)).actor).toEqual({ kind: 'visitor' });
      } finally {
        vi.useRealTimers();
      }
    }),
  );

  it('takes language, request id and origin from the headers', async () => {
    const headers = new Headers({
      'accept-language': 'de-DE,en;q=0.8,fr;q=0.5',
      'x-request-id': 'r-1',
      'x-forwarded-for': '198.51.100.7, 203.0.113.9',
    });
    expect(await callOf(headers)).toMatchObject({ locale: 'en', requestId: 'r-1', origin: '203.0.113.9' });
    expect(await callOf(headers, 'fr')).toMatchObject({ locale: 'fr' });
    headers.set('x-guichet-locale', 'fr');
    expect(await callOf(headers)).toMatchObject({ locale: 'fr' });
  });
});

describe('signing in through next-auth’s own route', () => {
  const BASE = 'http://localhost:3000/api/auth';

  const post = async (fields: Record<string, string>): Promise<Response> => {
    const { NextRequest } = await import('next/server');
    const asked = await authHandlers.GET(new NextRequest(`${BASE}/csrf`));
    const { csrfToken } = (await asked.json()) as { csrfToken: string };
    const cookie = asked.headers.getSetCookie().map((line) => line.split(';')[0]);
    const request = new NextRequest(`${BASE}/callback/password`, {
      method: 'POST',
      headers: {
        host: '127.0.0.1:3000',
        cookie: cookie.join('; '),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ csrfToken, ...fields }).toString(),
    });
    return authHandlers.POST(request);
  };

  const sessionIn = (response: Response): string | undefined =>
    response.headers.getSetCookie().find((line) => line.startsWith(`${sessionCookieName()}=`));

  it(
    'gives a session that lasts for the person and stays on this host',
    rolledBack(async (tx) => {
      const user = await person(tx, { passwordHash: await hashPassword('cheval correct agrafe') });
      const response = await post({
        email: user.email,
        password: 'cheval correct agrafe',
        callbackUrl: 'https://evil.example/',
      });
      expect(response.status).toBe(302);
      expect(response.headers.get('location')).toBe('/');
      const cookie = sessionIn(response) ?? '';
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/i);
      const headers = new Headers({ cookie: cookie.split(';')[0] ?? '' });
      expect((await callOf(headers)).actor).toMatchObject({ id: user.id });
    }),
  );

  it.each([
    ['http://localhost:3000/fr/requests', '/fr/requests'],
    ['/en/requests?state=open', '/en/requests?state=open'],
    ['http://127.0.0.1:3000/fr/requests', '/fr/requests'],
    ['https://evil.example/fr/requests', '/'],
    ['//evil.example/fr', '/'],
  ])('leads on to %s as %s', async (callbackUrl, location) =>
    rolledBack(async (tx) => {
      const user = await person(tx, { passwordHash: await hashPassword('cheval correct agrafe') });
      const response = await post({ email: user.email, password: 'cheval correct agrafe', callbackUrl });
      expect(response.headers.get('location')).toBe(location);
    })(),
  );

  it(
    'refuses wrong credentials and posts without the csrf token',
    rolledBack(async (tx) => {
      const user = await person(tx, { passwordHash: await hashPassword('cheval correct agrafe') });
      const wrong = await post({ email: user.email, password: 'faux' });
      expect(wrong.headers.get('location')).toBe('/fr/sign-in?error=CredentialsSignin&code=invalid');
      expect(sessionIn(wrong)).toBeUndefined();
      const forged = await post({ email: user.email, password: 'cheval correct agrafe', csrfToken: 'forged' });
      expect(sessionIn(forged)).toBeUndefined();
    }),
  );
});
