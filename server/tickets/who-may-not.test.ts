import { describe, expect, it } from 'vitest';
import { makeOrganisation } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import { tickets } from '@/db/tickets/schema';
import { ticketVisibility } from '@/db/tickets/visibility';
import type { Actor } from '@/domain/access/actor';
import { maySeeTicket } from '@/domain/access/tickets';
import { callBy as call } from '../testing/call';
import { assign } from './assign';
import { attach } from './attach';
import { file } from './file';
import { list } from './list';
import { move } from './move';
import { note } from './note';
import { open } from './open';
import { queue } from './queue';
import { reply } from './reply';
import { resolve } from './resolve';
import { show } from './show';
import { cast, form, VISITOR } from './testing';

describe('who may not', () => {
  it(
    'a stranger finds nothing: not the request, not its file, and no verb of it',
    rolledBack(async (tx) => {
      const { camille, stranger, noor, ines } = await cast(tx);
      const uploaded = await attach(call(camille), {
        name: 'capture.png',
        mediaType: 'image/png',
        bytes: 10,
        width: 1,
        height: 1,
        storageKey: 'ab/key',
      });
      const { number } = await open(call(camille), { ...form, files: [{ id: uploaded.id, claim: uploaded.claim }] });
      const gone = { code: 'not-found' };
      for (const actor of [stranger, noor, ines]) {
        await expect(show(call(actor), { number })).rejects.toMatchObject(gone);
        await expect(reply(call(actor), { number, body: 'Bonjour' })).rejects.toMatchObject(gone);
        await expect(resolve(call(actor), { number })).rejects.toMatchObject(gone);
        await expect(file(call(actor), { id: uploaded.id })).rejects.toMatchObject(gone);
        expect((await list(call(actor), { scope: 'organisation' })).tickets).toEqual([]);
      }
      await expect(file(call(camille), { id: uploaded.id })).resolves.toMatchObject({ name: 'capture.png' });
    }),
  );

  it(
    'customers and editors do not work the desk, visitors do not read',
    rolledBack(async (tx) => {
      const { camille, ines, theo } = await cast(tx);
      const { number } = await open(call(camille), form);
      for (const actor of [camille, ines, VISITOR]) {
        const refusedFor = { code: 'forbidden' };
        await expect(queue(call(actor), {})).rejects.toMatchObject(refusedFor);
        await expect(note(call(actor), { number, body: 'x' })).rejects.toMatchObject(refusedFor);
        await expect(move(call(actor), { number, from: 'submitted', to: 'closed' })).rejects.toMatchObject(refusedFor);
        await expect(assign(call(actor), { number, assigneeId: theo.id })).rejects.toMatchObject(refusedFor);
      }
      await expect(show(call(VISITOR), { number })).rejects.toMatchObject({
        code: 'forbidden',
        messageKey: 'errors.signInFirst',
      });
      await expect(assign(call(theo), { number, assigneeId: camille.id })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );

  it(
    'a file is attached only by who uploaded it, and once',
    rolledBack(async (tx) => {
      const { camille, stranger } = await cast(tx);
      const facts = { name: 'a.png', mediaType: 'image/png', bytes: 10, width: 1, height: 1, storageKey: 'ab/key' };
      const { id, claim } = await attach(call(camille), facts);
      const stolen = { ...form, files: [{ id, claim: 'guessed' }] };
      await expect(open(call(stranger), stolen)).rejects.toMatchObject({
        fields: { files: { key: 'errors.fileGone' } },
      });
      await open(call(camille), { ...form, files: [{ id, claim }] });
      await expect(open(call(camille), { ...form, files: [{ id, claim }] })).rejects.toMatchObject({ code: 'invalid' });
    }),
  );

  it(
    'the row rule is the same as predicate and as SQL',
    rolledBack(async (tx) => {
      const { camille, noor, stranger, theo, ines, garden } = await cast(tx);
      const rowing = await makeOrganisation(tx, 'Aviron du Confluent');
      const rows = [];
      for (const [requester, organisationId] of [
        [camille, garden],
        [noor, garden],
        [noor, null],
        [stranger, rowing],
        [stranger, null],
      ] as const) {
        rows.push(await makeTicket(tx, { requesterId: requester.id, organisationId }));
      }
      const here = rows.map((row) => row.number);
      const actors: Actor[] = [VISITOR, camille, noor, stranger, theo, ines, { kind: 'system', name: 'worker' }];
      for (const actor of actors) {
        const seen = await tx.select({ number: tickets.number }).from(tickets).where(ticketVisibility(actor));
        const bySql = seen.map(({ number }) => number);
        const byPredicate = rows.filter((row) => maySeeTicket(actor, row)).map((row) => row.number);
        expect(here.filter((number) => bySql.includes(number))).toEqual(byPredicate);
      }
      expect(await tx.select().from(tickets)).not.toEqual([]);
    }),
  );
});
