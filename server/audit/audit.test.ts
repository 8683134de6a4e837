import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { auditEntries } from '@/db/kernel/schema';
import { actorOf, makeUser } from '@/db/people/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import { callBy } from '../testing/call';
import { list } from './list';

const NOW = new Date('2031-05-07T10:00:00Z');
const at = (minute: number) => new Date(NOW.getTime() + minute * 60_000);

/** Five entries in a year that no other test writes in. */
const set = async (tx: Tx) => {
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const theo = await makeUser(tx, { name: 'Théophraste Lambert', role: 'agent' });
  const noor = await makeUser(tx, { name: 'Noor Benali' });
  const ticket = await makeTicket(tx, { requesterId: noor.id });
  const entry = { actorKind: 'user', actorId: theo.id, data: {}, requestId: 'test' };
  const about = { targetType: 'ticket', targetId: ticket.id };
  await tx.insert(auditEntries).values([
    { ...entry, ...about, at: at(1), action: 'tickets.move', data: { from: 'submitted', to: 'in_review' } },
    { ...entry, ...about, at: at(2), action: 'tickets.note' },
    { ...entry, at: at(3), action: 'people.signInWithPassword', targetType: 'user', targetId: theo.id },
    { ...entry, actorKind: 'system', actorId: null, at: at(4), action: 'mail.send', targetType: 'mail', targetId: 'x' },
    {
      ...entry,
      actorId: maud.id,
      at: at(5),
      action: 'people.changeRole',
      targetType: 'user',
      targetId: noor.id,
      data: { from: 'customer', to: 'agent' },
    },
  ]);
  return { maud: actorOf(maud), theo: actorOf(theo), noor: actorOf(noor), number: ticket.number };
};

const actionsOf = async (actor: Actor, address: Record<string, string>) =>
  (await list(callBy(actor, NOW), { address: { from: '2031-05-07', ...address } })).entries.map(({ action }) => action);

describe('the audit log', () => {
  it(
    'is narrowed by person, verb, subject and period; what Guichet does by itself is asked for',
    rolledBack(async (tx) => {
      const { maud, number } = await set(tx);
      const theos = ['people.signInWithPassword', 'tickets.note', 'tickets.move'];
      expect(await actionsOf(maud, {})).toEqual(['people.changeRole', ...theos]);
      expect(await actionsOf(maud, { who: 'théophraste' })).toEqual(theos);
      expect(await actionsOf(maud, { verb: 'tickets.note' })).toEqual(['tickets.note']);
      expect(await actionsOf(maud, { verb: 'people' })).toEqual(['people.changeRole', 'people.signInWithPassword']);
      expect(await actionsOf(maud, { subject: `#${number}` })).toEqual(['tickets.note', 'tickets.move']);
      expect(await actionsOf(maud, { subject: 'Théophraste' })).toEqual(['people.signInWithPassword']);
      expect(await actionsOf(maud, { kind: 'system' })).toEqual(['mail.send']);
      expect(await actionsOf(maud, { until: '2031-05-06' })).toEqual([]);
    }),
  );

  it(
    'names what each act was done to, and says its facts one by one',
    rolledBack(async (tx) => {
      const { maud, number } = await set(tx);
      const { entries } = await list(callBy(maud, NOW), { address: { from: '2031-05-07' } });
      expect(entries[0]).toMatchObject({
        actorName: 'Maud Kessler',
        subject: { kind: 'person', name: 'Noor Benali' },
        facts: [{ key: 'to', before: 'customer', value: 'agent' }],
      });
      expect(entries.at(-1)).toMatchObject({ subject: { kind: 'ticket', number } });
    }),
  );

  it(
    'is turned by cursors, forth and back',
    rolledBack(async (tx) => {
      const { maud } = await set(tx);
      const part = (turn: { after?: string | null; before?: string | null }) =>
        list(callBy(maud, NOW), { address: { from: '2031-05-07', kind: 'all' }, limit: 2, ...turn });
      const first = await part({});
      const second = await part({ after: first.next });
      const third = await part({ after: second.next });
      const all = [first, second, third].flatMap(({ entries }) => entries.map(({ action }) => action));
      expect(all).toEqual([
        'people.changeRole',
        'mail.send',
        'people.signInWithPassword',
        'tickets.note',
        'tickets.move',
      ]);
      expect([first.previous, third.next]).toEqual([null, null]);
      expect((await part({ before: third.previous })).entries).toEqual(second.entries);
      expect((await part({ before: second.previous })).previous).toBeNull();
    }),
  );

  it(
    'is for people who run the installation alone',
    rolledBack(async (tx) => {
      const { theo, noor } = await set(tx);
      const ines = actorOf(await makeUser(tx, { name: 'Inès Garnier', role: 'editor' }));
      const actors: Actor[] = [theo, noor, ines, { kind: 'visitor' }, { kind: 'system', name: 'jobs' }];
      for (const actor of actors) {
        await expect(list(callBy(actor), {})).rejects.toMatchObject({ code: 'forbidden' });
      }
    }),
  );
});

type Words = { [key: string]: string | Words };

describe('the words of the log', () => {
  it.each(['fr', 'en'])('in %s, every feature that has verbs in it has a name', (locale) => {
    const { audit } = JSON.parse(readFileSync(`messages/${locale}.json`, 'utf8')) as { audit: Record<string, Words> };
    expect(Object.keys(audit.features ?? {}).sort()).toEqual(Object.keys(audit.verbs ?? {}).sort());
  });
});
