import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { accountByEmail, updateAccount } from '@/db/people/accounts';
import { actorOf, makeUser } from '@/db/people/factory';
import { staffInvitations } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { inviteColleague } from './invite-colleague';
import { invitedColleagues } from './invited-colleagues';
import { joinAsColleague } from './join-as-colleague';
import { showColleagueInvitation } from './show-colleague-invitation';
import { call, GOOD, later, newAddress, tokenOf, VISITOR } from './testing';
import { withdrawColleague } from './withdraw-colleague';

const DAY = 24 * 60;
const cast = async (tx: Tx) => ({
  maud: actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' })),
  theo: actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' })),
  ines: actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' })),
  noor: actorOf(await makeUser(tx, { name: 'Noor Benali' })),
  email: newAddress(),
});
const joining = (token: string) => ({ token, name: 'Salomé Petit', password: GOOD });

it(
  'invites in the language that is chosen, and in that of who invites where none is',
  rolledBack(async (tx) => {
    const { maud, email } = await cast(tx);
    const listed = async () => (await invitedColleagues(call(maud), {})).find((one) => one.email === email)?.locale;
    await inviteColleague(call(maud), { email, role: 'agent', language: 'en' });
    const [english] = await mailsTo(tx, email);
    expect(english).toMatchObject({ locale: 'en', data: { path: expect.stringMatching(/^\/en\//) } });
    expect(await listed()).toBe('en');
    await inviteColleague(call(maud, { now: later(1) }), { email, role: 'agent' });
    const [french] = await mailsTo(tx, email);
    expect(french).toMatchObject({ locale: 'fr', data: { path: expect.stringMatching(/^\/fr\//) } });
    const unknown = inviteColleague(call(maud), { email, role: 'agent', language: 'de' as 'en' });
    await expect(unknown).rejects.toMatchObject({ fields: { language: { key: 'errors.choice' } } });
  }),
);

it(
  'invites by mail, and makes the account with its role once the link is used, which is once',
  rolledBack(async (tx) => {
    const { maud, email } = await cast(tx);
    const asked = call(maud);
    await inviteColleague(asked, { email: ` ${email.toUpperCase()}`, role: 'editor' });
    const [mail] = await mailsTo(tx, email);
    expect(mail).toMatchObject({
      template: 'people.invited',
      data: { author: 'Maud Kessler', role: 'editor', days: 7 },
    });
    expect((await auditOf(tx, asked.requestId))[0]).toMatchObject({
      action: 'people.inviteColleague',
      data: { email, as: 'editor' },
    });
    const token = await tokenOf(tx, email);
    expect(await showColleagueInvitation(call(), { token })).toEqual({
      email,
      role: 'editor',
      invitedBy: 'Maud Kessler',
    });
    expect(await accountByEmail(tx, email)).toBeNull();

    await expect(joinAsColleague(call(), { ...joining(token), password: 'court' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await joinAsColleague(call(), joining(token));
    const made = await accountByEmail(tx, email);
    expect(made).toMatchObject({ name: 'Salomé Petit', role: 'editor' });
    expect(made?.emailVerifiedAt).not.toBeNull();
    await expect(joinAsColleague(call(), joining(token))).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
    expect(await showColleagueInvitation(call(), { token })).toBeNull();
    expect((await invitedColleagues(call(maud), {})).map((one) => one.email)).not.toContain(email);
  }),
);

it(
  'keeps an account what it is: a known address is refused beside its field, one that came since at the end',
  rolledBack(async (tx) => {
    const { maud, noor, email } = await cast(tx);
    await expect(inviteColleague(call(maud), { email: noor.email, role: 'admin' })).rejects.toMatchObject({
      fields: { email: { key: 'errors.accountKnown' } },
    });
    expect(await mailsTo(tx, noor.email)).toHaveLength(0);
    await inviteColleague(call(maud), { email, role: 'admin' });
    const token = await tokenOf(tx, email);
    await makeUser(tx, { email, name: 'Salomé Petit' });
    await expect(joinAsColleague(call(), joining(token))).rejects.toMatchObject({ messageKey: 'errors.accountSince' });
    expect((await accountByEmail(tx, email))?.role).toBe('customer');
  }),
);

it(
  'sends again with a new link and perhaps another role, and takes back',
  rolledBack(async (tx) => {
    const { maud, email } = await cast(tx);
    await inviteColleague(call(maud, { now: later(-8 * DAY) }), { email, role: 'agent' });
    const old = await tokenOf(tx, email);
    const pending = async () => (await invitedColleagues(call(maud), {})).filter((one) => one.email === email);
    expect(await pending()).toMatchObject([{ role: 'agent', expired: true, invitedBy: 'Maud Kessler' }]);
    await expect(joinAsColleague(call(), joining(old))).rejects.toMatchObject({ messageKey: 'errors.linkGone' });

    await inviteColleague(call(maud), { email, role: 'editor' });
    const [again, ...others] = await pending();
    expect([again?.role, again?.expired, others]).toEqual(['editor', false, []]);
    const token = await tokenOf(tx, email);
    expect(token).not.toBe(old);
    expect(await showColleagueInvitation(call(), { token: old })).toBeNull();

    await withdrawColleague(call(maud), { id: again?.id ?? '' });
    expect(await pending()).toEqual([]);
    await expect(joinAsColleague(call(), joining(token))).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
    await expect(withdrawColleague(call(maud), { id: again?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
  }),
);

it.each([
  ['left', { deactivatedAt: new Date() }],
  ['lost the role', { role: 'agent' }],
] as const)('is worth nothing once whoever sent it has %s', async (_, change) => {
  await rolledBack(async (tx) => {
    const { maud, email } = await cast(tx);
    const other = actorOf(await makeUser(tx, { name: 'Ada Colin', role: 'admin' }));
    await inviteColleague(call(other), { email, role: 'admin' });
    const token = await tokenOf(tx, email);
    await updateAccount(tx, other.id, change);
    expect(await showColleagueInvitation(call(), { token })).toBeNull();
    await expect(joinAsColleague(call(), joining(token))).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
    const [row] = await tx.select().from(staffInvitations).where(eq(staffInvitations.email, email));
    expect(row?.acceptedAt).toBeNull();
    expect((await invitedColleagues(call(maud), {})).find((one) => one.email === email)?.expired).toBe(true);
  })();
});

it(
  'is for administrators alone, to the three roles of the house',
  rolledBack(async (tx) => {
    const { maud, theo, ines, noor, email } = await cast(tx);
    await inviteColleague(call(maud), { email, role: 'agent' });
    const [invitation] = await invitedColleagues(call(maud), {});
    for (const actor of [theo, ines, noor, VISITOR]) {
      for (const attempt of [
        () => inviteColleague(call(actor), { email: newAddress(), role: 'agent' }),
        () => invitedColleagues(call(actor), {}),
        () => withdrawColleague(call(actor), { id: invitation?.id ?? '' }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
      }
    }
    await expect(
      inviteColleague(call(maud), { email: newAddress(), role: 'customer' as 'agent' }),
    ).rejects.toMatchObject({
      fields: { role: { key: 'errors.choice' } },
    });
  }),
);

it(
  'sends one address no more than five invitations an hour',
  rolledBack(async (tx) => {
    const { maud, email } = await cast(tx);
    for (let count = 0; count < 5; count += 1) await inviteColleague(call(maud), { email, role: 'agent' });
    await expect(inviteColleague(call(maud), { email, role: 'agent' })).rejects.toMatchObject({ code: 'too-many' });
  }),
);
