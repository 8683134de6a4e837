import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { database, type Tx } from '@/db/client';
import { accountByEmail, updateAccount } from '@/db/people/accounts';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { accountTokens } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo, withoutStaff } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import type { Role } from '@/domain/people/roles';
import type { Call } from '../kernel/call';
import { awaitsSetUp } from './awaits-set-up';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { hashPassword } from './credentials';
import { deactivate } from './deactivate';
import { editProfile } from './edit-profile';
import { list } from './list';
import { profile } from './profile';
import { reactivate } from './reactivate';
import { requestLink } from './request-link';
import { setPassword } from './set-password';
import { setUp } from './set-up';
import { showLink } from './show-link';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { signUp } from './sign-up';

const VISITOR: Actor = { kind: 'visitor' };
const GOOD = 'cheval correct agrafe';
const OTHER = 'pluie tardive sur le quai';

const call = (actor: Actor = VISITOR, given: Partial<Call> = {}): Call => ({
  actor,
  now: new Date(),
  requestId: randomUUID(),
  origin: randomUUID(),
  locale: 'fr',
  ...given,
});
const later = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);

const tokenOf = async (tx: Tx, email: string): Promise<string> => {
  const [mail] = await mailsTo(tx, email);
  const path = String(mail?.data.path);
  return new URL(path, 'http://guichet.test').searchParams.get('token') ?? '';
};

const withPassword = async (tx: Tx, given: Parameters<typeof makeUser>[1] = {}) =>
  makeUser(tx, { passwordHash: await hashPassword(GOOD), ...given });

const newAddress = (): string => `${randomUUID()}@example.test`;

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

describe('one’s own account', () => {
  it(
    'is shown and edited',
    rolledBack(async (tx) => {
      const me = call(actorOf(await withPassword(tx)));
      const edited = { name: 'Noor Benali', locale: 'en' as const, timeZone: 'America/Toronto' };
      await editProfile(me, edited);
      expect(await profile(me, {})).toMatchObject({ ...edited, hasPassword: true, role: 'customer' });
      await expect(editProfile(me, { ...edited, timeZone: 'Mars/Olympus' })).rejects.toMatchObject({
        fields: { timeZone: { key: 'errors.choice' } },
      });
    }),
  );

  it(
    'changes its password only with the present one, and ends its sessions',
    rolledBack(async (tx) => {
      const user = await withPassword(tx, { sessionsValidFrom: later(-60) });
      const me = call(actorOf(user));
      const before = later(-1);
      await expect(changePassword(me, { currentPassword: 'faux', newPassword: OTHER })).rejects.toMatchObject({
        fields: { currentPassword: { key: 'errors.password.current' } },
      });
      await expect(changePassword(me, { currentPassword: GOOD, newPassword: 'motdepasse' })).rejects.toMatchObject({
        fields: { newPassword: { key: 'errors.password.common' } },
      });
      await changePassword(me, { currentPassword: GOOD, newPassword: OTHER });
      expect(await actorById(tx, user.id, before)).toBeNull();
      await expect(signInWithPassword(call(), { email: user.email, password: OTHER })).resolves.toBeTruthy();
    }),
  );
});

describe('the first admin', () => {
  it(
    'is made once, even where visitors already have accounts',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      const visitor = await makeUser(tx, { emailVerifiedAt: null });
      expect(await awaitsSetUp(call(), {})).toBe(true);
      await setUp(call(), { name: 'Ada Martin', email: visitor.email, password: GOOD });
      expect(await awaitsSetUp(call(), {})).toBe(false);
      await expect(signInWithPassword(call(), { email: visitor.email, password: GOOD })).resolves.toMatchObject({
        id: visitor.id,
        name: 'Ada Martin',
      });
      await expect(setUp(call(), { name: 'Eve', email: newAddress(), password: GOOD })).rejects.toMatchObject({
        code: 'conflict',
        messageKey: 'errors.setUpDone',
      });
    }),
  );
});

describe('running the accounts', () => {
  const OUTSIDERS: (Role | 'visitor')[] = ['visitor', 'customer', 'agent', 'editor'];

  it.each(OUTSIDERS)('is not for: %s', (role) =>
    rolledBack(async (tx) => {
      const { id } = await makeUser(tx);
      const by = call(role === 'visitor' ? VISITOR : actorOf(await makeUser(tx, { role })));
      const forbidden = { code: 'forbidden' };
      await expect(list(by, {})).rejects.toMatchObject(forbidden);
      await expect(changeRole(by, { id, role: 'admin' })).rejects.toMatchObject(forbidden);
      await expect(deactivate(by, { id })).rejects.toMatchObject(forbidden);
      await expect(reactivate(by, { id })).rejects.toMatchObject(forbidden);
    })(),
  );

  it(
    'changes roles at once: a session opened before is re-read, then void',
    rolledBack(async (tx) => {
      const ada = actorOf(await makeUser(tx, { role: 'admin' }));
      const user = await makeUser(tx, { sessionsValidFrom: later(-60) });
      const by = call(ada);
      await changeRole(by, { id: user.id, role: 'agent' });
      expect(await actorById(tx, user.id, later(-1))).toBeNull();
      expect(await actorById(tx, user.id, later(1))).toMatchObject({ role: 'agent' });
      const [entry] = await auditOf(tx, by.requestId);
      expect(entry).toMatchObject({
        action: 'people.changeRole',
        actorId: ada.id,
        targetId: user.id,
        data: { from: 'customer', to: 'agent' },
      });
    }),
  );

  it(
    'deactivates at once and opens again',
    rolledBack(async (tx) => {
      const by = call(actorOf(await makeUser(tx, { role: 'admin' })));
      const user = await withPassword(tx);
      await requestLink(call(), { email: user.email, purpose: 'sign_in' });
      const token = await tokenOf(tx, user.email);
      await deactivate(by, { id: user.id });
      expect(await actorById(tx, user.id, later(1))).toBeNull();
      await expect(signInWithPassword(call(), { email: user.email, password: GOOD })).rejects.toBeTruthy();
      await reactivate(by, { id: user.id });
      await expect(signInWithLink(call(), { token })).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
      await expect(signInWithPassword(call(), { email: user.email, password: GOOD })).resolves.toBeTruthy();
      await expect(deactivate(by, { id: randomUUID() })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );

  it(
    'keeps the last admin who can sign in',
    rolledBack(async (tx) => {
      await withoutStaff(tx);
      const ada = await makeUser(tx, { role: 'admin' });
      await makeUser(tx, { role: 'admin', deactivatedAt: new Date() });
      const by = call(actorOf(ada));
      const last = { code: 'conflict', messageKey: 'errors.lastAdmin' };
      await expect(deactivate(by, { id: ada.id })).rejects.toMatchObject(last);
      await expect(changeRole(by, { id: ada.id, role: 'agent' })).rejects.toMatchObject(last);
      await expect(changeRole(by, { id: ada.id, role: 'admin' })).resolves.toBeTruthy();
      const second = await makeUser(tx, { role: 'admin' });
      await deactivate(by, { id: second.id });
      await expect(deactivate(by, { id: ada.id })).rejects.toMatchObject(last);
    }),
  );

  it(
    'lists by name, narrowed by text and role',
    rolledBack(async (tx) => {
      const by = call(actorOf(await makeUser(tx, { role: 'admin', name: 'Ada Martin' })));
      const mark = randomUUID().slice(0, 8);
      await makeUser(tx, { name: `Zoé ${mark}`, role: 'agent' });
      await makeUser(tx, { name: `Anne ${mark}` });
      const names = async (input: Parameters<typeof list>[1]) => (await list(by, input)).people.map(({ name }) => name);
      expect(await names({ text: mark })).toEqual([`Anne ${mark}`, `Zoé ${mark}`]);
      expect(await names({ text: mark.toUpperCase(), role: 'agent' })).toEqual([`Zoé ${mark}`]);
      expect(await names({ text: '%' })).toEqual([]);
    }),
  );

  it(
    'finds by organisation and state, names the organisations, and is turned by cursors',
    rolledBack(async (tx) => {
      const by = call(actorOf(await makeUser(tx, { role: 'admin', name: 'Ada Martin' })));
      const mark = `Club ${randomUUID().slice(0, 8)}`;
      const people = [];
      for (let place = 0; place < 53; place += 1) {
        people.push(await makeUser(tx, { name: `Membre ${String(place).padStart(2, '0')}` }));
      }
      const [first] = people;
      const members = people.map(({ id }) => ({ userId: id, manager: id === first?.id }));
      const organisation = await makeOrganisation(tx, mark, members);
      await updateAccount(tx, people[1]?.id ?? '', { deactivatedAt: new Date() });
      await updateAccount(tx, people[2]?.id ?? '', { emailVerifiedAt: null });
      const page = await list(by, { text: mark });
      expect(page.people).toHaveLength(50);
      expect(page.people[0]?.organisations).toEqual([{ id: organisation, name: mark, manager: true }]);
      expect(page.previous).toBeNull();
      const last = await list(by, { text: mark, after: page.next ?? undefined });
      expect(last.people.map(({ name }) => name)).toEqual(['Membre 50', 'Membre 51', 'Membre 52']);
      expect(last.next).toBeNull();
      const back = await list(by, { text: mark, before: last.previous ?? undefined });
      expect(back.people).toEqual(page.people);
      expect(back.previous).toBeNull();
      const inState = async (state: 'unverified' | 'deactivated') =>
        (await list(by, { text: mark, state })).people.map(({ name }) => name);
      expect([await inState('deactivated'), await inState('unverified')]).toEqual([['Membre 01'], ['Membre 02']]);
    }),
  );
});
