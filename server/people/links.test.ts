import { describe, expect, it } from 'vitest';
import { accountByEmail, updateAccount } from '@/db/people/accounts';
import { makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { accountTokens } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { requestLink } from './request-link';
import { setPassword } from './set-password';
import { showLink } from './show-link';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { signUp } from './sign-up';
import { call, GOOD, later, newAddress, OTHER, tokenOf, VISITOR, withPassword } from './testing';

describe('signing up', () => {
  it(
    'tells known, unknown and deactivated addresses the same, and writes to the owner only',
    rolledBack(async (tx) => {
      const known = await withPassword(tx, { name: 'Camille Roux' });
      const gone = await makeUser(tx, { deactivatedAt: new Date() });
      const fresh = newAddress();
      const answers = await Promise.all(
        [known.email, gone.email, fresh].map((email) => signUp(call(), { name: 'Un Autre', email })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"sent":true}']));
      expect((await mailsTo(tx, fresh)).map((mail) => mail.template)).toEqual(['people.welcome']);
      expect((await mailsTo(tx, known.email)).map((mail) => mail.template)).toEqual(['people.setPassword']);
      expect(await mailsTo(tx, gone.email)).toEqual([]);
      expect(await accountByEmail(tx, known.email)).toEqual(known);
    }),
  );

  it(
    'keeps no token in the clear and normalises the address',
    rolledBack(async (tx) => {
      const email = newAddress();
      await signUp(call(), { name: 'Camille Roux', email: `  ${email.toUpperCase()} ` });
      const token = await tokenOf(tx, email);
      const kept = await tx.select().from(accountTokens);
      expect(token).toHaveLength(43);
      expect(JSON.stringify(kept)).not.toContain(token);
    }),
  );

  it.each([
    [{ name: '', email: 'a@b.example' }, { name: { key: 'errors.required' } }],
    [{ name: 'Camille', email: 'camille' }, { email: { key: 'errors.email' } }],
    [{ name: 'www.evil.example', email: 'a@b.example' }, { name: { key: 'errors.personName' } }],
  ])('refuses %j', async (input, fields) => {
    await expect(signUp(call(), input)).rejects.toMatchObject({ code: 'invalid', fields });
  });

  it(
    'takes five an hour for one address, from wherever they come',
    rolledBack(async () => {
      const input = { name: 'Camille Roux', email: newAddress() };
      for (let time = 0; time < 5; time += 1) await signUp(call(), input);
      await expect(signUp(call(), input)).rejects.toMatchObject({ code: 'too-many', data: { minutes: 60 } });
      await expect(requestLink(call(), { email: newAddress(), purpose: 'sign_in' })).resolves.toEqual({ sent: true });
    }),
  );
});

describe('setting a password by link', () => {
  it(
    'works once, verifies the address and lets the person in',
    rolledBack(async (tx) => {
      const email = newAddress();
      await signUp(call(), { name: 'Camille Roux', email, next: '/fr/requests/new' });
      const [mail] = await mailsTo(tx, email);
      expect(mail?.data.path).toMatch(/^\/fr\/set-password\?token=[\w-]{43}&next=%2Ffr%2Frequests%2Fnew$/);
      const token = await tokenOf(tx, email);
      expect(await showLink(call(), { token })).toEqual({ purpose: 'set_password', name: 'Camille Roux', email });
      await expect(setPassword(call(), { token, password: 'court' })).rejects.toMatchObject({
        fields: { password: { key: 'errors.tooSmall.string', data: { minimum: 10 } } },
      });
      await setPassword(call(), { token, password: GOOD });
      await expect(setPassword(call(), { token, password: OTHER })).rejects.toMatchObject({
        messageKey: 'errors.linkGone',
      });
      expect(await showLink(call(), { token })).toBeNull();
      const user = await accountByEmail(tx, email);
      expect(user?.emailVerifiedAt).toBeInstanceOf(Date);
      expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      await expect(signInWithPassword(call(), { email, password: GOOD })).resolves.toMatchObject({ id: user?.id });
    }),
  );

  it(
    'ends earlier sessions and other links',
    rolledBack(async (tx) => {
      const user = await withPassword(tx, { sessionsValidFrom: later(-60) });
      const before = new Date();
      await requestLink(call(), { email: user.email, purpose: 'sign_in' });
      const signInToken = await tokenOf(tx, user.email);
      await requestLink(call(VISITOR, { now: later(1) }), { email: user.email, purpose: 'set_password' });
      const token = await tokenOf(tx, user.email);
      await setPassword(call(VISITOR, { now: later(2) }), { token, password: OTHER });
      expect(await actorById(tx, user.id, before)).toBeNull();
      expect(await actorById(tx, user.id, later(3))).toMatchObject({ id: user.id });
      await expect(signInWithLink(call(), { token: signInToken })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );

  it(
    'refuses a link that is late, of the other kind, or of a deactivated account',
    rolledBack(async (tx) => {
      const user = await withPassword(tx);
      await requestLink(call(), { email: user.email, purpose: 'set_password' });
      const token = await tokenOf(tx, user.email);
      const gone = { messageKey: 'errors.linkGone' };
      await expect(
        setPassword(call(VISITOR, { now: later(24 * 60 + 1) }), { token, password: OTHER }),
      ).rejects.toMatchObject(gone);
      await expect(signInWithLink(call(), { token })).rejects.toMatchObject(gone);
      await updateAccount(tx, user.id, { deactivatedAt: new Date() });
      expect(await showLink(call(), { token })).toBeNull();
      await expect(setPassword(call(), { token, password: OTHER })).rejects.toMatchObject(gone);
    }),
  );
});
