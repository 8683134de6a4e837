import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { accountByEmail } from '@/db/people/accounts';
import { actorOf, makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { organisationTeams, users } from '@/db/people/schema';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import { acceptInvitation } from '../people/accept-invitation';
import { showInvitation } from '../people/show-invitation';
import { callBy } from '../testing/call';
import { list as listTickets } from '../tickets/list';
import { addTeam } from './add-team';
import { archive } from './archive';
import { attach } from './attach';
import { create } from './create';
import { detach } from './detach';
import { edit } from './edit';
import { invite } from './invite';
import { list } from './list';
import { place } from './place';
import { removeTeam } from './remove-team';
import { renameTeam } from './rename-team';
import { show } from './show';
import { withdraw } from './withdraw';

const VISITOR: Actor = { kind: 'visitor' };
const PASSWORD = 'marronnier tambour éclipse';
const FACTS = {
  name: 'Club de lecture',
  productVersion: '',
  domains: 'lecture.test',
  visibility: 'members',
  access: 'invitation',
  notes: 'Appeler le mardi.',
} as const;

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    visibility: 'members',
    teams: ['Bureau'],
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  return {
    id: garden.id,
    bureau: garden.teams.Bureau ?? '',
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    jonas: actorOf(jonas),
    theo: actorOf(theo),
    maud: actorOf(maud),
  };
};

const tokenTo = async (tx: Tx, email: string): Promise<string> => {
  const [mail] = await mailsTo(tx, email);
  return new URL(String(mail?.data.path ?? ''), 'https://guichet.invalid').searchParams.get('token') ?? '';
};

describe('invitations', () => {
  it(
    'are sent again with a new link, and ask a newcomer for a name and a password',
    rolledBack(async (tx) => {
      const { id, bureau, camille } = await cast(tx);
      const email = 'lucie@elsewhere.test';
      await invite(callBy(camille), { organisationId: id, email: ' Lucie@Elsewhere.test ', teamId: bureau });
      const first = await tokenTo(tx, email);
      // Sent again: the first link is worth nothing.
      await invite(callBy(camille, new Date(Date.now() + 1000)), { organisationId: id, email, teamId: bureau });
      const token = await tokenTo(tx, email);
      expect(await showInvitation(callBy(VISITOR), { token: first })).toBeNull();
      expect(await showInvitation(callBy(VISITOR), { token })).toMatchObject({
        email,
        organisationName: 'Les Amis du Jardin',
        invitedByName: 'Camille Roux',
        known: false,
      });
      await expect(acceptInvitation(callBy(VISITOR), { token, name: 'L', password: '' })).rejects.toMatchObject({
        fields: { name: { key: 'errors.tooSmall.string' }, password: { key: 'errors.required' } },
      });
      // What its page needs to send it once more just as it is.
      expect((await show(callBy(camille), { id })).invitations).toMatchObject([
        { email, manager: false, teamId: bureau },
      ]);
    }),
  );

  it(
    'are written in the language that is chosen; whoever has an account reads theirs, which nobody is told',
    rolledBack(async (tx) => {
      const { id, camille } = await cast(tx);
      const [newcomer, known] = ['lucie@elsewhere.test', 'known@elsewhere.test'];
      await makeUser(tx, { email: known, locale: 'en' });
      await invite(callBy(camille), { organisationId: id, email: newcomer, language: 'en' });
      await invite(callBy(camille), { organisationId: id, email: known, language: 'fr' });
      expect(await mailsTo(tx, newcomer)).toMatchObject([
        { locale: 'en', data: { path: expect.stringMatching(/^\/en\//) } },
      ]);
      expect(await mailsTo(tx, known)).toMatchObject([{ locale: 'en' }]);
      const { invitations } = await show(callBy(camille), { id });
      const told = Object.fromEntries(invitations.map(({ email, locale }) => [email, locale]));
      expect(told).toEqual({ [newcomer]: 'en', [known]: 'fr' });
      await invite(callBy(camille, new Date(Date.now() + 1000)), {
        organisationId: id,
        email: newcomer,
        language: 'fr',
      });
      expect((await mailsTo(tx, newcomer))[0]).toMatchObject({ locale: 'fr' });
    }),
  );

  it(
    'are accepted once, and open what the degree lets members see',
    rolledBack(async (tx) => {
      const { id, camille, noor } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: noor.id, organisationId: id });
      const email = 'lucie@elsewhere.test';
      await invite(callBy(camille), { organisationId: id, email });
      const token = await tokenTo(tx, email);
      const accepted = await acceptInvitation(callBy(VISITOR), { token, name: 'Lucie Martin', password: PASSWORD });
      expect(accepted).toEqual({ email, made: true });
      const lucie = await accountByEmail(tx, email);
      const actor = lucie && (await actorById(tx, lucie.id, new Date(Date.now() + 60_000)));
      expect(actor?.memberships).toMatchObject([{ organisationId: id, manager: false }]);
      if (!actor) throw new Error('the newcomer has no account');
      const seen = await listTickets(callBy(actor), { scope: 'organisation' });
      expect(seen.tickets.map((ticket) => ticket.number)).toEqual([number]);
      await expect(acceptInvitation(callBy(VISITOR), { token })).rejects.toMatchObject({
        messageKey: 'errors.linkGone',
      });
      await expect(invite(callBy(camille), { organisationId: id, email })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );

  it(
    'are worth nothing when withdrawn, late, or into what was archived',
    rolledBack(async (tx) => {
      const { id, camille, maud } = await cast(tx);
      const email = 'lucie@elsewhere.test';
      await invite(callBy(camille, new Date('2026-01-01T09:00:00Z')), { organisationId: id, email });
      const late = await tokenTo(tx, email);
      expect(await showInvitation(callBy(VISITOR), { token: late })).toBeNull();
      await invite(callBy(camille), { organisationId: id, email });
      const [open] = (await show(callBy(camille), { id })).invitations;
      const token = await tokenTo(tx, email);
      await withdraw(callBy(camille), { id: open?.id ?? '' });
      await expect(acceptInvitation(callBy(VISITOR), { token })).rejects.toMatchObject({ code: 'invalid' });
      await invite(callBy(camille), { organisationId: id, email });
      const newest = await tokenTo(tx, email);
      await archive(callBy(maud), { id, archived: true });
      const accepting = acceptInvitation(callBy(VISITOR), { token: newest, name: 'Lucie Martin', password: PASSWORD });
      await expect(accepting).rejects.toMatchObject({ messageKey: 'errors.linkGone' });
      await expect(invite(callBy(camille), { organisationId: id, email })).rejects.toMatchObject({
        messageKey: 'errors.organisationArchived',
      });
    }),
  );
});

describe('members', () => {
  it(
    'keep the place they have when an old invitation or question is answered after they came in another way',
    rolledBack(async (tx) => {
      const { id, bureau, camille, jonas, maud } = await cast(tx);
      await invite(callBy(camille), { organisationId: id, email: jonas.email });
      const token = await tokenTo(tx, jonas.email);
      await attach(callBy(maud), { organisationId: id, email: jonas.email, manager: true, teamId: bureau });
      await tx.update(users).set({ passwordHash: 'unused' }).where(eq(users.id, jonas.id));
      await acceptInvitation(callBy(VISITOR), { token });
      const [member] = (await show(callBy(maud), { id })).members.filter((one) => one.id === jonas.id);
      expect(member).toMatchObject({ manager: true, teamName: 'Bureau' });
    }),
  );

  it(
    'are placed, taken out and leave; an organisation keeps a manager unless staff decide otherwise',
    rolledBack(async (tx) => {
      const { id, bureau, camille, noor, theo } = await cast(tx);
      await place(callBy(camille), { organisationId: id, userId: noor.id, manager: false, teamId: bureau });
      expect((await show(callBy(noor), { id })).members.map((one) => [one.name, one.manager, one.teamName])).toEqual([
        ['Camille Roux', true, null],
        ['Noor Benali', false, 'Bureau'],
      ]);
      const last = { messageKey: 'errors.lastManager' };
      await expect(
        place(callBy(camille), { organisationId: id, userId: camille.id, manager: false }),
      ).rejects.toMatchObject(last);
      await expect(detach(callBy(camille), { organisationId: id, userId: camille.id })).rejects.toMatchObject(last);
      expect(await detach(callBy(noor), { organisationId: id, userId: noor.id })).toEqual({ left: true });
      await detach(callBy(theo), { organisationId: id, userId: camille.id });
      expect((await show(callBy(theo), { id })).members).toEqual([]);
    }),
  );
});

describe('organisations of the desk', () => {
  it(
    'are made, found by a domain, changed, put away and taken out again',
    rolledBack(async (tx) => {
      const { maud, jonas, camille } = await cast(tx);
      const { id } = await create(callBy(maud), FACTS);
      expect((await list(callBy(maud), { text: 'lecture.t' })).organisations.map((one) => one.id)).toEqual([id]);
      await expect(create(callBy(maud), { ...FACTS, name: 'Autre' })).rejects.toMatchObject({
        fields: { domains: { key: 'errors.domainTaken', data: { domain: 'lecture.test' } } },
      });
      await expect(edit(callBy(maud), { id, ...FACTS, domains: 'gmail.com' })).rejects.toMatchObject({
        fields: { domains: { key: 'errors.domainPublic' } },
      });
      await attach(callBy(maud), { organisationId: id, email: jonas.email });
      expect((await mailsTo(tx, jonas.email)).map((mail) => mail.template)).toEqual(['organisations.attached']);
      await expect(attach(callBy(maud), { organisationId: id, email: 'no@where.test' })).rejects.toMatchObject({
        fields: { email: { key: 'errors.noAccount' } },
      });
      expect((await show(callBy(maud), { id })).notes).toBe('Appeler le mardi.');
      await archive(callBy(maud), { id, archived: true });
      expect((await list(callBy(maud), { text: 'lecture', archived: true })).organisations).toHaveLength(1);
      await expect(show(callBy(camille), { id })).rejects.toMatchObject({ code: 'not-found' });
    }),
  );
});

describe('teams', () => {
  it(
    'have names of their own, and are not more than one can choose from',
    rolledBack(async (tx) => {
      const { id, camille } = await cast(tx);
      const add = (name: string) => addTeam(callBy(camille), { organisationId: id, name });
      await add('Terrain');
      await expect(add('terrain')).rejects.toMatchObject({ fields: { name: { key: 'errors.teamTaken' } } });
      const { teams } = await show(callBy(camille), { id });
      const room = Array.from({ length: 100 - teams.length }, (_, at) => ({
        organisationId: id,
        name: `Équipe ${at}`,
      }));
      await tx.insert(organisationTeams).values(room);
      await expect(add('Une de trop')).rejects.toMatchObject({ fields: { name: { key: 'errors.tooManyTeams' } } });
    }),
  );

  it(
    'are renamed, and go when nobody is in them or invited into them any more',
    rolledBack(async (tx) => {
      const { id, camille, noor, jonas, maud } = await cast(tx);
      const team = async (name: string) => (await addTeam(callBy(camille), { organisationId: id, name })).id;
      const [field, office] = [await team('Terrin'), await team('Secrétariat')];
      const rename = (teamId: string, name: string) =>
        renameTeam(callBy(camille), { organisationId: id, teamId, name });
      await expect(rename(field, 'BUREAU')).rejects.toMatchObject({ fields: { name: { key: 'errors.teamTaken' } } });
      await rename(field, 'Terrain');
      // Only its capitals differ from what it is called already.
      await rename(office, 'secrétariat');
      expect((await show(callBy(camille), { id })).teams).toEqual(
        expect.arrayContaining([
          { id: field, name: 'Terrain' },
          { id: office, name: 'secrétariat' },
        ]),
      );
      const remove = (teamId: string) => removeTeam(callBy(camille), { organisationId: id, teamId });
      const inUse = { code: 'conflict', messageKey: 'errors.organisationTeamInUse' };
      await place(callBy(camille), { organisationId: id, userId: noor.id, manager: false, teamId: field });
      await expect(remove(field)).rejects.toMatchObject(inUse);
      await place(callBy(camille), { organisationId: id, userId: noor.id, manager: false });
      await remove(field);
      await invite(callBy(camille), { organisationId: id, email: 'lucie@elsewhere.test', teamId: office });
      await expect(remove(office)).rejects.toMatchObject(inUse);
      const [open] = (await show(callBy(camille), { id })).invitations;
      await withdraw(callBy(camille), { id: open?.id ?? '' });
      await remove(office);
      // Another house's team is no choice.
      const other = (await create(callBy(maud), FACTS)).id;
      const foreign = (await addTeam(callBy(maud), { organisationId: other, name: 'Leurs' })).id;
      for (const act of [() => rename(foreign, 'Nôtres'), () => remove(foreign)]) {
        await expect(act()).rejects.toMatchObject({ fields: { teamId: { key: 'errors.choice' } } });
      }
      await expect(removeTeam(callBy(jonas), { organisationId: id, teamId: office })).rejects.toMatchObject({
        code: 'not-found',
      });
    }),
  );
});

describe('who may not', () => {
  it(
    'strangers find no organisation, members change nothing, customers administer none',
    rolledBack(async (tx) => {
      const { id, camille, noor, jonas, theo } = await cast(tx);
      const ids = { organisationId: id, userId: camille.id };
      const acts = (actor: Actor): (() => Promise<unknown>)[] => [
        () => invite(callBy(actor), { organisationId: id, email: 'x@elsewhere.test' }),
        () => place(callBy(actor), { ...ids, manager: false }),
        () => detach(callBy(actor), ids),
        () => addTeam(callBy(actor), { organisationId: id, name: 'Terrain' }),
        () => renameTeam(callBy(actor), { organisationId: id, teamId: id, name: 'Terrain' }),
        () => removeTeam(callBy(actor), { organisationId: id, teamId: id }),
      ];
      // One after the other: they share the transaction of the test.
      for (const act of acts(jonas)) await expect(act()).rejects.toMatchObject({ code: 'not-found' });
      for (const act of [...acts(noor), ...acts(VISITOR)]) {
        await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
      }
      await invite(callBy(camille), { organisationId: id, email: 'lucie@elsewhere.test' });
      const [open] = (await show(callBy(camille), { id })).invitations;
      await expect(withdraw(callBy(noor), { id: open?.id ?? '' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(withdraw(callBy(jonas), { id: open?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' });
      expect(await show(callBy(noor), { id })).toMatchObject({ invitations: [], notes: null, looksAfter: false });
      for (const actor of [camille, noor, theo, VISITOR]) {
        const forbidden = { code: 'forbidden' };
        await expect(list(callBy(actor), {})).rejects.toMatchObject(forbidden);
        await expect(create(callBy(actor), FACTS)).rejects.toMatchObject(forbidden);
        await expect(edit(callBy(actor), { id, ...FACTS })).rejects.toMatchObject(forbidden);
        await expect(archive(callBy(actor), { id, archived: true })).rejects.toMatchObject(forbidden);
        await expect(attach(callBy(actor), { organisationId: id, email: jonas.email })).rejects.toMatchObject(
          forbidden,
        );
      }
    }),
  );
});
