import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { insertJoinRequest } from '@/db/organisations/joining';
import { insertTeam, writeInvitation } from '@/db/organisations/queries';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { insertCall } from '@/db/tickets/calls';
import { makeMessage, makeTicket } from '@/db/tickets/factory';
import { attachments } from '@/db/tickets/schema';
import type { Actor, Grantee, UserActor } from '@/domain/access/actor';
import { GRANTS, isGranted, PERMISSIONS, type Permission } from '@/domain/access/grants';
import { ROLES } from '@/domain/people/roles';
import type { Call } from './kernel/call';
import { callBy } from './testing/call';

type Verb = {
  (call: Call, input: unknown, signal?: AbortSignal): Promise<unknown> | AsyncGenerator<unknown>;
  permission: Permission;
  kind: 'action' | 'query' | 'watch';
  input: z.ZodType;
};

const isVerb = (value: unknown): value is Verb =>
  typeof value === 'function' && 'permission' in value && 'kind' in value && 'input' in value;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesOf(join(folder, entry.name));
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [join(folder, entry.name)] : [];
  });

/** Every verb there is, found in the files and not by the routers: those that have no door over HTTP, too. */
const verbs = new Map<Permission, Verb>();
for (const feature of new Set(PERMISSIONS.map((permission) => permission.split('.')[0] ?? ''))) {
  for (const file of filesOf(join(import.meta.dirname, feature))) {
    const exported: Record<string, unknown> = await import(file);
    for (const value of Object.values(exported)) if (isVerb(value)) verbs.set(value.permission, value);
  }
}

const verbOf = (permission: Permission): Verb => {
  const verb = verbs.get(permission);
  if (!verb) throw new Error(`no file exports ${permission}`);
  return verb;
};

/** Calls a verb to its answer, or to the first thing that it tells. */
const perform = async (permission: Permission, actor: Actor, input: unknown): Promise<unknown> => {
  const verb = verbOf(permission);
  if (verb.kind !== 'watch') return verb(callBy(actor), input);
  const told = verb(callBy(actor), input, new AbortController().signal) as AsyncGenerator<unknown>;
  return (await told.next()).value;
};

const somebody = (role: UserActor['role']): UserActor => ({
  kind: 'user',
  id: randomUUID(),
  role,
  name: 'Jonas Weber',
  email: 'jonas@example.test',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  memberships: [],
});

const CALLERS: [Grantee, Actor][] = [
  ['visitor', { kind: 'visitor' }],
  ['system', { kind: 'system', name: 'test' }],
  ...ROLES.map((role): [Grantee, Actor] => [role, somebody(role)]),
];

describe('whoever holds no grant', () => {
  it.each(PERMISSIONS)('%s: is refused at the door, before anything is read', async (permission) => {
    for (const [grantee, actor] of CALLERS) {
      if (isGranted(permission, grantee)) continue;
      // An input that nobody could mean: only the grant can be what refuses it.
      await expect(perform(permission, actor, { number: 'none' }), grantee).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

/** A request of one house with all that hangs on it, and people of another. */
const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const lou = await makeUser(tx, { name: 'Lou Perrin' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const ines = await makeUser(tx, { name: 'Inès Garnier', role: 'editor' });
  const garden = await makeCustomer(tx, { name: 'Jardin', members: [{ userId: camille.id, manager: true }] });
  const rowing = await makeCustomer(tx, { name: 'Aviron', members: [{ userId: jonas.id, manager: true }] });
  const ticket = await makeTicket(tx, { requesterId: camille.id, organisationId: garden.id });
  const messageId = await makeMessage(tx, ticket, { authorId: camille.id, at: new Date(), body: 'Voici la capture.' });
  const [file] = await tx
    .insert(attachments)
    .values({
      ...{ name: 'capture.png', mediaType: 'image/png', bytes: 1, width: 1, height: 1 },
      ...{ storageKey: 'aa/none', claimHash: 'none', messageId, createdAt: new Date() },
    })
    .returning({ id: attachments.id });
  const slots = [Date.now() + 86_400_000, Date.now() + 90_000_000];
  const call = await insertCall(tx, {
    ...{ ticketId: ticket.id, proposedBy: theo.id, timeZone: 'Europe/Paris', minutes: 15, slots },
    createdAt: new Date(),
  });
  const day = new Date();
  const invitation = await writeInvitation(tx, {
    ...{ organisationId: garden.id, email: 'new@example.test', manager: false, locale: 'fr', tokenHash: randomUUID() },
    ...{ sentAt: day, expiresAt: new Date(day.getTime() + 86_400_000), createdAt: day },
  });
  const teamId = await insertTeam(tx, garden.id, 'Terrain');
  const asked = await insertJoinRequest(tx, { organisationId: garden.id, userId: lou.id, createdAt: day });
  return {
    strangers: [actorOf(jonas, rowing.membershipOf(jonas.id)), actorOf(ines)],
    number: ticket.number,
    fileId: file?.id,
    callId: call.id,
    slot: slots[0],
    userId: camille.id,
    organisationId: garden.id,
    invitationId: invitation.id,
    askedId: asked,
    teamId,
  };
};
type Cast = Awaited<ReturnType<typeof cast>>;

/** What a stranger would send, for each verb of customers that names a row; `quiet` ones answer what tells nothing instead of refusing. */
const NAMED_ROWS: Partial<Record<Permission, { input: (given: Cast) => object; quiet?: { answer: unknown } }>> = {
  'tickets.show': { input: ({ number }) => ({ number }) },
  'tickets.read': { input: ({ number }) => ({ number }) },
  'tickets.followers': { input: ({ number }) => ({ number }) },
  'tickets.addFollowers': { input: ({ number }) => ({ number, copies: 'x@example.test' }) },
  'tickets.removeFollower': { input: ({ number, userId }) => ({ number, userId }) },
  'tickets.file': { input: ({ fileId }) => ({ id: fileId }) },
  'tickets.reply': { input: ({ number }) => ({ number, body: 'Et moi ?' }) },
  'tickets.complete': { input: ({ number }) => ({ number, body: 'Voici.' }) },
  'tickets.resolve': { input: ({ number }) => ({ number }) },
  'tickets.rate': { input: ({ number }) => ({ number, rating: 'satisfied' }) },
  'tickets.showCall': { input: ({ number }) => ({ number }) },
  'tickets.chooseCall': { input: ({ number, callId, slot }) => ({ number, callId, slot, phone: '04 72 00 00 00' }) },
  'tickets.cancelCall': { input: ({ number, callId }) => ({ number, callId }) },
  'tickets.watch': {
    input: ({ number }) => ({ number, tab: randomUUID(), place: 'requests' }),
    // The same is said of requests that do not exist.
    quiet: { answer: { kind: 'gone' } },
  },
  'organisations.show': { input: ({ organisationId }) => ({ id: organisationId }) },
  'organisations.invite': { input: ({ organisationId }) => ({ organisationId, email: 'x@example.test' }) },
  'organisations.withdraw': { input: ({ invitationId }) => ({ id: invitationId }) },
  'organisations.place': { input: ({ organisationId, userId }) => ({ organisationId, userId, manager: false }) },
  'organisations.detach': { input: ({ organisationId, userId }) => ({ organisationId, userId }) },
  'organisations.addTeam': { input: ({ organisationId }) => ({ organisationId, name: 'Bureau' }) },
  'organisations.renameTeam': {
    input: ({ organisationId, teamId }) => ({ organisationId, teamId, name: 'Bureau' }),
  },
  'organisations.removeTeam': { input: ({ organisationId, teamId }) => ({ organisationId, teamId }) },
  'organisations.join': { input: ({ organisationId }) => ({ organisationId }) },
  'organisations.asked': { input: ({ organisationId }) => ({ organisationId }), quiet: { answer: [] } },
  'organisations.decide': { input: ({ askedId }) => ({ id: askedId, outcome: 'approved' }) },
};

const ROW_NAMES = ['number', 'id', 'organisationId', 'userId', 'ticketId', 'callId', 'messageId'];

/** The verbs of requests and organisations that customers hold and whose input names a row. */
const namingRows = PERMISSIONS.filter((permission) => {
  if (!/^(tickets|organisations)\./.test(permission) || !isGranted(permission, 'customer')) return false;
  const { input } = verbOf(permission);
  return input instanceof z.ZodObject && Object.keys(input.shape).some((key) => ROW_NAMES.includes(key));
});

/** What one writes for oneself names one's own organisation: any other is no choice. */
const OWN_CHOICE: readonly Permission[] = ['tickets.open'];

describe('whoever may not see a row', () => {
  it('is tried with every verb that names one', () => {
    const tried = [...(Object.keys(NAMED_ROWS) as Permission[]), ...OWN_CHOICE];
    expect(namingRows.filter((permission) => !tried.includes(permission))).toEqual([]);
  });

  it.each(Object.entries(NAMED_ROWS))('%s: does not find it', (permission, { input, quiet }) =>
    rolledBack(async (tx) => {
      const given = await cast(tx);
      for (const stranger of given.strangers) {
        const answer = perform(permission as Permission, stranger, input(given));
        if (quiet) expect(await answer).toEqual(quiet.answer);
        else await expect(answer).rejects.toMatchObject({ code: 'not-found' });
      }
    })(),
  );
});

it('every grant has its verb in a file of its name', () => {
  expect([...verbs.keys()].sort()).toEqual(Object.keys(GRANTS).sort());
});
