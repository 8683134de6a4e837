import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { actorById } from '@/db/people/queries';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import type { Actor } from '@/domain/access/actor';
import type { AccessMode } from '@/domain/organisations/joining';
import { callBy } from '../testing/call';
import { archive } from './archive';
import { asked } from './asked';
import { attach } from './attach';
import { countAsked } from './count-asked';
import { decide } from './decide';
import { edit } from './edit';
import { join } from './join';
import { offers } from './offers';

const cast = async (tx: Tx, access: AccessMode, domains = 'jardin.test') => {
  const camille = await makeUser(tx, { name: 'Camille Roux', locale: 'en' });
  const lou = await makeUser(tx, { name: 'Lou Perrin', email: 'lou@jardin.test' });
  const far = await makeUser(tx, { name: 'Jonas Weber', email: 'jonas@ailleurs.test' });
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    members: [{ userId: camille.id, manager: true }],
  });
  const admin = actorOf(maud);
  await edit(callBy(admin), {
    id: garden.id,
    name: 'Les Amis du Jardin',
    productVersion: '',
    domains,
    visibility: 'members',
    access,
    notes: '',
  });
  return {
    id: garden.id,
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    lou: actorOf(lou),
    far: actorOf(far),
    theo: actorOf(theo),
    maud: admin,
  };
};

const membershipsOf = async (tx: Tx, userId: string) =>
  (await actorById(tx, userId, new Date(Date.now() + 1000)))?.memberships.map((one) => one.organisationId);

const NOT_FOUND = { code: 'not-found' };
const VISITOR: Actor = { kind: 'visitor' };

describe('an organisation open to its addresses', () => {
  it(
    'lets in whoever proved an address of its domains',
    rolledBack(async (tx) => {
      const { id, lou } = await cast(tx, 'open');
      expect(await offers(callBy(lou), {})).toEqual({ id, name: 'Les Amis du Jardin', by: 'joins', asked: false });
      const call = callBy(lou);
      expect(await join(call, { organisationId: id })).toEqual({ joined: true });
      expect(await membershipsOf(tx, lou.id)).toEqual([id]);
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'organisations.join', targetId: id }]);
      expect(await offers(callBy(lou), {})).toBeNull();
      await expect(join(callBy(lou), { organisationId: id })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );

  it(
    'does not exist for other addresses, for addresses that were not proved, and once it is put away',
    rolledBack(async (tx) => {
      const { id, far, maud, lou } = await cast(tx, 'open');
      const unproved = actorOf(await makeUser(tx, { email: 'new@jardin.test', emailVerifiedAt: null }));
      for (const actor of [far, unproved]) {
        expect(await offers(callBy(actor), {})).toBeNull();
        await expect(join(callBy(actor), { organisationId: id })).rejects.toMatchObject(NOT_FOUND);
      }
      await archive(callBy(maud), { id, archived: true });
      expect(await offers(callBy(lou), {})).toBeNull();
      await expect(join(callBy(lou), { organisationId: id })).rejects.toMatchObject(NOT_FOUND);
    }),
  );

  it(
    'never takes the domain of a public mail provider for its own',
    rolledBack(async (tx) => {
      const { id, maud } = await cast(tx, 'open');
      const facts = { name: 'Jardin', productVersion: '', visibility: 'members', access: 'open', notes: '' } as const;
      await expect(edit(callBy(maud), { id, ...facts, domains: 'gmail.com' })).rejects.toMatchObject({
        fields: { domains: { key: 'errors.domainPublic' } },
      });
      const anybody = actorOf(await makeUser(tx, { email: 'anybody.at.all@gmail.com' }));
      expect(await offers(callBy(anybody), {})).toBeNull();
      await expect(join(callBy(anybody), { organisationId: id })).rejects.toMatchObject(NOT_FOUND);
    }),
  );
});

describe('who waits', () => {
  it(
    'is counted for who looks after the organisation and for the desk, for nobody else',
    rolledBack(async (tx) => {
      const { id, lou, camille, theo, far, maud } = await cast(tx, 'approval');
      await join(callBy(lou), { organisationId: id });
      const counted = [{ organisationId: id, organisationName: 'Les Amis du Jardin', count: 1 }];
      expect(await countAsked(callBy(camille), {})).toEqual(counted);
      for (const actor of [theo, maud]) {
        expect((await countAsked(callBy(actor), {})).filter((one) => one.organisationId === id)).toEqual(counted);
      }
      const noor = actorOf(await makeUser(tx), [{ organisationId: id, manager: false }]);
      for (const actor of [lou, far, noor]) {
        expect(await countAsked(callBy(actor), {})).toEqual([]);
        expect(await asked(callBy(actor), {})).toEqual([]);
      }
      await expect(countAsked(callBy(VISITOR), {})).rejects.toMatchObject({ code: 'forbidden' });
      const [waiting] = await asked(callBy(theo), { organisationId: id });
      await decide(callBy(theo), { id: waiting?.id ?? '', outcome: 'approved' });
      expect(await membershipsOf(tx, lou.id)).toEqual([id]);
      expect(await countAsked(callBy(camille), {})).toEqual([]);
    }),
  );
});

describe('an organisation that approves', () => {
  it(
    'is asked once; its managers are told in their language, and whoever asked hears the answer',
    rolledBack(async (tx) => {
      const { id, lou, camille } = await cast(tx, 'approval');
      expect(await join(callBy(lou), { organisationId: id })).toEqual({ joined: false });
      expect(await join(callBy(lou), { organisationId: id })).toEqual({ joined: false });
      expect(await offers(callBy(lou), {})).toMatchObject({ by: 'asks', asked: true });
      expect(await mailsTo(tx, camille.email)).toMatchObject([
        { template: 'organisations.joinAsked', locale: 'en', data: { email: 'lou@jardin.test' } },
      ]);
      expect(await membershipsOf(tx, lou.id)).toEqual([]);

      const [waiting] = await asked(callBy(camille), { organisationId: id });
      expect(waiting).toMatchObject({ name: 'Lou Perrin', organisationId: id });
      const decision = { id: waiting?.id ?? '', outcome: 'approved', word: 'Bienvenue !' } as const;
      await decide(callBy(camille), decision);
      expect(await membershipsOf(tx, lou.id)).toEqual([id]);
      expect((await mailsTo(tx, lou.email))[0]).toMatchObject({
        template: 'organisations.joinDecided',
        locale: 'fr',
        data: { approved: true, word: 'Bienvenue !' },
      });
      await expect(decide(callBy(camille), decision)).rejects.toMatchObject({ messageKey: 'errors.joinDecided' });
      expect(await asked(callBy(camille), { organisationId: id })).toEqual([]);
    }),
  );

  it(
    'may say no, and be asked again; being attached answers the question',
    rolledBack(async (tx) => {
      const { id, lou, camille, maud } = await cast(tx, 'approval');
      await join(callBy(lou), { organisationId: id });
      const [first] = await asked(callBy(maud), {});
      await decide(callBy(maud), { id: first?.id ?? '', outcome: 'declined', word: '' });
      expect(await membershipsOf(tx, lou.id)).toEqual([]);
      expect((await mailsTo(tx, lou.email))[0]).toMatchObject({ data: { approved: false, word: '' } });
      await join(callBy(lou), { organisationId: id });
      expect(await asked(callBy(camille), {})).toHaveLength(1);
      await attach(callBy(maud), { organisationId: id, email: 'lou@jardin.test' });
      expect(await asked(callBy(camille), {})).toEqual([]);
    }),
  );

  it(
    'is looked after by its managers and the desk alone',
    rolledBack(async (tx) => {
      const { id, lou, far, camille, theo } = await cast(tx, 'approval');
      const elsewhere = await makeCustomer(tx, { name: 'Club', members: [{ userId: far.id, manager: true }] });
      const manager = { ...far, memberships: elsewhere.membershipOf(far.id) };
      await join(callBy(lou), { organisationId: id });
      const [waiting] = await asked(callBy(camille), {});
      const decision = { id: waiting?.id ?? '', outcome: 'approved' } as const;
      const member: Actor = { ...lou, memberships: [{ organisationId: id, manager: false }] };
      for (const actor of [lou, manager, member]) {
        expect(await asked(callBy(actor), { organisationId: id })).toEqual([]);
        await expect(decide(callBy(actor), decision)).rejects.toMatchObject(NOT_FOUND);
      }
      const visitor: Actor = { kind: 'visitor' };
      for (const refused of [
        offers(callBy(visitor), {}),
        join(callBy(visitor), { organisationId: id }),
        asked(callBy(visitor), {}),
        decide(callBy(visitor), decision),
      ]) {
        await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
      }
      expect(await asked(callBy(theo), { organisationId: id })).toHaveLength(1);
    }),
  );
});

describe('an organisation by invitation only', () => {
  it(
    'is joined by nobody, whatever their address',
    rolledBack(async (tx) => {
      const { id, lou } = await cast(tx, 'invitation');
      expect(await offers(callBy(lou), {})).toBeNull();
      await expect(join(callBy(lou), { organisationId: id })).rejects.toMatchObject(NOT_FOUND);
    }),
  );
});
