import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { makeCustomer } from '@/db/organisations/factory';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { auditOf, mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { ticketLinks } from '@/db/tickets/links-schema';
import { undoSteps } from '@/db/tickets/undo-schema';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { addFollowers } from './add-followers';
import { followers } from './followers';
import { link } from './link';
import { merge } from './merge';
import { move } from './move';
import { show } from './show';
import { undo } from './undo';
import { unlink } from './unlink';
import { unmerge } from './unmerge';

const MINUTE = 60_000;
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

/** A house with its manager and a member who sees only her own, and somebody of another house. */
const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const jonas = await makeUser(tx, { name: 'Jonas Weber' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const ines = await makeUser(tx, { name: 'Inès Garnier', role: 'editor' });
  const garden = await makeCustomer(tx, {
    name: 'Les Amis du Jardin',
    members: [{ userId: camille.id, manager: true }, { userId: noor.id }],
  });
  const rowing = await makeCustomer(tx, { name: 'Aviron', members: [{ userId: jonas.id, manager: true }] });
  const of = async (user: typeof noor, organisationId: string) =>
    (await makeTicket(tx, { requesterId: user.id, organisationId })).number;
  return {
    camille: actorOf(camille, garden.membershipOf(camille.id)),
    noor: actorOf(noor, garden.membershipOf(noor.id)),
    jonas: actorOf(jonas, rowing.membershipOf(jonas.id)),
    theo: actorOf(theo),
    ines: actorOf(ines),
    ofCamille: await of(camille, garden.id),
    ofNoor: await of(noor, garden.id),
    ofJonas: await of(jonas, rowing.id),
  };
};

const invisible = { code: 'not-found' };
/** A number as it stands in an answer, and not inside of an id. */
const named = (number: number) => new RegExp(`":${number}[,}]`);
const merged = async (tx: Tx, email: string) =>
  (await mailsTo(tx, email)).filter(({ template }) => template === 'tickets.merged');
const inCopy = async (actor: Actor, number: number) =>
  (await followers(callBy(actor), { number })).people.map(({ name }) => name);

describe('links between requests', () => {
  it(
    'are shown on both, in the history of both, and taken away again',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor } = await cast(tx);
      const call = callBy(theo);
      await link(call, { number: ofCamille, other: ` #${ofNoor}`, role: 'caused_by' });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.link', data: { other: ofNoor } }]);
      const [one, other] = [
        await show(callBy(theo), { number: ofCamille }),
        await show(callBy(theo), { number: ofNoor }),
      ];
      expect(one.links).toMatchObject([{ number: ofNoor, role: 'caused_by' }]);
      expect(other.links).toMatchObject([{ number: ofCamille, role: 'causes' }]);
      expect(other.events.at(-1)).toMatchObject({ kind: 'linked', data: { other: ofCamille, role: 'causes' } });
      await unlink(callBy(theo), { number: ofNoor, other: ofCamille, role: 'causes' });
      expect((await show(callBy(theo), { number: ofCamille })).links).toEqual([]);
    }),
  );

  it(
    'are one for each way of two requests, whichever is named first',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor } = await cast(tx);
      await link(callBy(theo), { number: ofCamille, other: ofNoor, role: 'related' });
      const again = { number: ofNoor, other: ofCamille, role: 'related' } as const;
      await expect(link(callBy(theo), again)).rejects.toMatchObject({
        fields: { other: { key: 'errors.ticketLinked' } },
      });
      await link(callBy(theo), { ...again, role: 'follows' });
      await unlink(callBy(theo), again);
      expect((await show(callBy(theo), { number: ofNoor })).links).toMatchObject([{ role: 'follows' }]);
      for (const [other, key] of [
        [ofNoor, 'errors.ticketSame'],
        [999_999, 'errors.notFound.ticket'],
        ['dix', 'errors.ticketNumber'],
      ] as const) {
        const wrong = link(callBy(theo), { number: ofNoor, other, role: 'related' });
        await expect(wrong).rejects.toMatchObject({ fields: { other: { key } } });
      }
    }),
  );

  it(
    'are the desk’s alone to make, and customers see those to requests they may see',
    rolledBack(async (tx) => {
      const { theo, ines, camille, noor, ofCamille, ofNoor, ofJonas } = await cast(tx);
      for (const actor of [camille, ines, { kind: 'visitor' } as const]) {
        const given = { number: ofCamille, other: ofNoor, role: 'related' } as const;
        await expect(link(callBy(actor), given)).rejects.toMatchObject({ code: 'forbidden' });
        await expect(unlink(callBy(actor), given)).rejects.toMatchObject({ code: 'forbidden' });
        await expect(merge(callBy(actor), { number: ofCamille, into: ofNoor })).rejects.toMatchObject({
          code: 'forbidden',
        });
        await expect(unmerge(callBy(actor), { number: ofCamille })).rejects.toMatchObject({ code: 'forbidden' });
      }
      await link(callBy(theo), { number: ofNoor, other: ofCamille, role: 'related' });
      await link(callBy(theo), { number: ofNoor, other: ofJonas, role: 'related' });
      // Camille sees the requests of her house; Noor only her own.
      const seen = await show(callBy(camille), { number: ofNoor });
      expect(seen.links.map(({ number }) => number)).toEqual([ofCamille]);
      expect(seen.events.filter(({ kind }) => kind === 'linked')).toHaveLength(1);
      const own = await show(callBy(noor), { number: ofNoor });
      expect([own.links, own.events.filter(({ kind }) => kind === 'linked')]).toEqual([[], []]);
    }),
  );
});

describe('merging', () => {
  it(
    'closes the duplicate, leads its people to the other where they may see it, and puts them in copy there',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, ofNoor } = await cast(tx);
      const call = callBy(theo);
      expect(await merge(call, { number: ofCamille, into: ofNoor })).toMatchObject({ copied: 1 });
      expect(await auditOf(tx, call.requestId)).toMatchObject([{ action: 'tickets.merge', data: { into: ofNoor } }]);
      const seen = await show(callBy(camille), { number: ofCamille });
      expect(seen).toMatchObject({ status: 'closed', closingReason: 'duplicate', duplicateOf: ofNoor });
      expect(await inCopy(theo, ofNoor)).toEqual(['Camille Roux']);
      expect(await merged(tx, camille.email)).toMatchObject([{ data: { into: { number: ofNoor } } }]);
    }),
  );

  it(
    'lets nobody into a request they may not see: not of another house, not of a colleague, not people in copy',
    rolledBack(async (tx) => {
      const { theo, camille, noor, jonas, ofCamille, ofNoor, ofJonas } = await cast(tx);
      await addFollowers(callBy(theo), { number: ofJonas, copies: 'comptable@cabinet.test' });
      expect(await merge(callBy(theo), { number: ofJonas, into: ofCamille })).toMatchObject({ copied: 0 });
      expect(await merge(callBy(theo), { number: ofNoor, into: ofCamille })).toMatchObject({ copied: 0 });
      expect(await inCopy(theo, ofCamille)).toEqual([]);
      for (const [actor, own] of [
        [jonas, ofJonas],
        [noor, ofNoor],
      ] as const) {
        await expect(show(callBy(actor), { number: ofCamille })).rejects.toMatchObject(invisible);
        const seen = await show(callBy(actor), { number: own });
        expect(seen).toMatchObject({ status: 'closed', duplicateOf: null, links: [] });
        expect(JSON.stringify(seen)).not.toMatch(named(ofCamille));
        expect(await merged(tx, actor.email)).toMatchObject([{ data: { into: null } }]);
      }
      expect(await merged(tx, 'comptable@cabinet.test')).toMatchObject([{ data: { into: null } }]);
      // Nor does the other side read of a request that is not theirs.
      const target = await show(callBy(camille), { number: ofCamille });
      expect(JSON.stringify(target)).not.toMatch(named(ofJonas));
      // The desk sees both, on either request.
      expect((await show(callBy(theo), { number: ofCamille })).links.map(({ role }) => role)).toEqual([
        'has_duplicate',
        'has_duplicate',
      ]);
    }),
  );

  it(
    'refuses what does not go on itself, and what is closed',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor, ofJonas } = await cast(tx);
      await merge(callBy(theo), { number: ofNoor, into: ofCamille });
      const refused = (number: number, into: number) => expect(merge(callBy(theo), { number, into })).rejects;
      await refused(ofJonas, ofNoor).toMatchObject({ fields: { into: { key: 'errors.mergeClosed' } } });
      await refused(ofJonas, ofJonas).toMatchObject({ fields: { into: { key: 'errors.ticketSame' } } });
      await refused(ofJonas, 999_999).toMatchObject({ fields: { into: { key: 'errors.notFound.ticket' } } });
      await refused(ofNoor, ofCamille).toMatchObject({ code: 'conflict' });
      await refused(999_999, ofNoor).toMatchObject(invisible);
    }),
  );

  it(
    'is what closing as a duplicate in the list of statuses does, too',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor } = await cast(tx);
      const closing = { from: 'submitted', to: 'closed', reason: 'duplicate', duplicateOf: ofNoor } as const;
      await move(callBy(theo), { number: ofCamille, ...closing });
      expect(await inCopy(theo, ofNoor)).toEqual(['Camille Roux']);
      await unmerge(callBy(theo), { number: ofCamille });
      expect((await show(callBy(theo), { number: ofCamille })).status).toBe('submitted');
    }),
  );
});

describe('taking a merge back', () => {
  it(
    'leaves both requests as they were and tells nobody within the minute; the histories tell both',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, ofNoor } = await cast(tx);
      await move(callBy(theo), { number: ofCamille, from: 'submitted', to: 'in_review' });
      const before = await show(callBy(camille), { number: ofCamille });
      await merge(callBy(theo), { number: ofCamille, into: ofNoor });
      await unmerge(callBy(theo), { number: ofCamille });
      const after = await show(callBy(camille), { number: ofCamille });
      const { status, duplicateOf, closingReason, closedAt, links, events } = after;
      expect({ status, duplicateOf, closingReason, closedAt, links, events }).toEqual({
        status: before.status,
        duplicateOf: null,
        closingReason: null,
        closedAt: null,
        links: [],
        events: before.events,
      });
      expect(await inCopy(theo, ofNoor)).toEqual([]);
      expect(await tx.select().from(ticketLinks)).toEqual([]);
      expect((await mailsTo(tx, camille.email)).filter(({ template }) => /merged/.test(template))).toEqual([]);
      const facts = (await show(callBy(theo), { number: ofNoor })).events;
      expect(facts.map(({ kind, undone }) => [kind, undone])).toEqual([
        ['opened', false],
        ['linked', true],
        ['merged', true],
        ['undone', false],
      ]);
    }),
  );

  it(
    'is possible long after, and then its people are told',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, ofNoor } = await cast(tx);
      const [other] = [actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }))];
      await merge(callBy(theo), { number: ofCamille, into: ofNoor });
      // The steps of undoing are forgotten after a day.
      await tx.delete(undoSteps);
      await unmerge(callBy(other, later(60 * 24 * 3)), { number: ofCamille });
      expect((await mailsTo(tx, camille.email)).map(({ template }) => template)).toContain('tickets.unmerged');
      await expect(unmerge(callBy(other), { number: ofCamille })).rejects.toMatchObject({ code: 'conflict' });
    }),
  );

  it(
    'keeps what was there before: the link, and who was in copy already',
    rolledBack(async (tx) => {
      const { theo, camille, ofCamille, ofNoor } = await cast(tx);
      await addFollowers(callBy(theo), { number: ofNoor, copyIds: [camille.id] });
      await link(callBy(theo), { number: ofCamille, other: ofNoor, role: 'duplicate_of' });
      expect(await merge(callBy(theo), { number: ofCamille, into: ofNoor })).toMatchObject({ copied: 0 });
      await unmerge(callBy(theo), { number: ofCamille });
      expect(await inCopy(theo, ofNoor)).toEqual(['Camille Roux']);
      expect((await show(callBy(theo), { number: ofCamille })).links).toMatchObject([{ role: 'duplicate_of' }]);
    }),
  );

  it(
    'is not done by the way of acts over many, which knows nothing of links',
    rolledBack(async (tx) => {
      const { theo, ofCamille, ofNoor } = await cast(tx);
      await merge(callBy(theo), { number: ofCamille, into: ofNoor });
      const [step] = await tx.select().from(undoSteps).where(eq(undoSteps.userId, theo.id));
      await expect(undo(callBy(theo), { token: step?.id ?? '' })).rejects.toMatchObject(invisible);
    }),
  );
});
