import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { updateAccount } from '@/db/people/accounts';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, withoutStaff } from '@/db/testing/traces';
import type { Role } from '@/domain/people/roles';
import { awaitsSetUp } from './awaits-set-up';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { deactivate } from './deactivate';
import { editProfile } from './edit-profile';
import { list } from './list';
import { profile } from './profile';
import { reactivate } from './reactivate';
import { requestLink } from './request-link';
import { setUp } from './set-up';
import { signInWithLink } from './sign-in-with-link';
import { signInWithPassword } from './sign-in-with-password';
import { call, GOOD, later, newAddress, OTHER, tokenOf, VISITOR, withPassword } from './testing';

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
