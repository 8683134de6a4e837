import { describe, expect, it } from 'vitest';
import { database } from '@/db/client';
import { accountByEmail } from '@/db/people/accounts';
import { makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { requestLink } from './request-link';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { call, GOOD, later, newAddress, tokenOf, VISITOR, withPassword } from './testing';

describe('signing in', () => {
  it(
    'refuses wrong password, unknown address, account without password and deactivated account alike',
    rolledBack(async (tx) => {
      const user = await withPassword(tx);
      const bare = await makeUser(tx);
      const gone = await withPassword(tx, { deactivatedAt: new Date() });
      const tries = [
        { email: user.email, password: 'autre chose' },
        { email: newAddress(), password: GOOD },
        { email: bare.email, password: GOOD },
        { email: gone.email, password: GOOD },
      ];
      for (const credentials of tries) {
        await expect(signInWithPassword(call(), credentials)).rejects.toMatchObject({
          code: 'invalid',
          messageKey: 'errors.signIn',
          fields: {},
        });
      }
    }),
  );

  it(
    'counts wrong guesses by address and right ones not at all',
    rolledBack(async (tx) => {
      const { email } = await withPassword(tx);
      for (let time = 0; time < 15; time += 1) await signInWithPassword(call(), { email, password: GOOD });
      for (let time = 0; time < 10; time += 1) {
        await expect(signInWithPassword(call(), { email, password: `faux ${time}` })).rejects.toMatchObject({
          code: 'invalid',
        });
      }
      await expect(signInWithPassword(call(), { email, password: GOOD })).rejects.toMatchObject({
        code: 'too-many',
        data: { minutes: 15 },
      });
      const afterwards = call(VISITOR, { now: later(16) });
      await expect(signInWithPassword(afterwards, { email, password: GOOD })).resolves.toMatchObject({ email });
    }),
  );

  it(
    'counts wrong guesses by origin over all addresses',
    rolledBack(async () => {
      const from = { origin: '203.0.113.9' };
      for (let time = 0; time < 30; time += 1) {
        await signInWithLink(call(VISITOR, from), { token: `guess-${time}` }).catch(() => undefined);
      }
      await expect(signInWithLink(call(VISITOR, from), { token: 'one more' })).rejects.toMatchObject({
        code: 'too-many',
      });
      await expect(signInWithLink(call(), { token: 'from elsewhere' })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );

  it(
    'by link works once, for fifteen minutes',
    rolledBack(async (tx) => {
      const user = await makeUser(tx, { emailVerifiedAt: null });
      await requestLink(call(), { email: user.email, purpose: 'sign_in' });
      const [mail] = await mailsTo(tx, user.email);
      expect(mail).toMatchObject({ template: 'people.signIn', data: { minutes: 15 } });
      const token = await tokenOf(tx, user.email);
      await expect(signInWithLink(call(VISITOR, { now: later(16) }), { token })).rejects.toMatchObject({
        messageKey: 'errors.linkGone',
      });
      await expect(signInWithLink(call(), { token })).resolves.toEqual({
        id: user.id,
        name: user.name,
        email: user.email,
      });
      await expect(signInWithLink(call(), { token })).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
      const verified = await accountByEmail(tx, user.email);
      expect(verified?.emailVerifiedAt).toBeInstanceOf(Date);
    }),
  );

  it('lets one of two who use the same link at once in', async () => {
    const user = await database().transaction((tx) => makeUser(tx));
    await requestLink(call(), { email: user.email, purpose: 'sign_in' });
    const token = await database().transaction((tx) => tokenOf(tx, user.email));
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => signInWithLink(call(), { token })));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });

  it(
    'by link says nothing of unknown addresses and never leads to another site',
    rolledBack(async (tx) => {
      const user = await makeUser(tx);
      const next = '//evil.example/fr';
      expect(await requestLink(call(), { email: newAddress(), purpose: 'sign_in' })).toEqual({ sent: true });
      expect(await requestLink(call(), { email: user.email, purpose: 'sign_in', next })).toEqual({ sent: true });
      const [mail] = await mailsTo(tx, user.email);
      expect(mail?.data.path).toMatch(/^\/fr\/link\?token=[\w-]{43}$/);
    }),
  );
});
