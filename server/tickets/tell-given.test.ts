import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { mailsTo } from '@/db/testing/traces';
import { makeTicket } from '@/db/tickets/factory';
import { renderMail } from '../mail/render';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { bulk } from './bulk';
import { undo } from './undo';

const NOW = new Date('2026-11-23T10:00:00Z');

const cast = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent', locale: 'en' }));
  const make = async (subject: string) =>
    (await makeTicket(tx, { requesterId: camille.id, subject, createdAt: new Date(NOW.getTime() - 60_000) })).number;
  return { theo, yanis, numbers: [await make('Premier sujet'), await make('Second sujet'), await make('Tiers sujet')] };
};

const toldTo = async (tx: Tx, email: string): Promise<string[]> =>
  (await mailsTo(tx, email)).map(({ template, locale, data, recipientName }) =>
    template === 'tickets.given' ? renderMail('tickets.given', locale, data, recipientName).text : template,
  );

describe('whoever is given a request by somebody else', () => {
  it(
    'is told by mail in their language; not of what they take themselves, nor of what they have',
    rolledBack(async (tx) => {
      const { theo, yanis, numbers } = await cast(tx);
      const [number = 0] = numbers;
      await assign(callBy(theo), { number, assigneeId: theo.id });
      expect(await toldTo(tx, theo.email)).toEqual([]);
      await assign(callBy(theo), { number, assigneeId: yanis.id });
      await assign(callBy(theo), { number, assigneeId: yanis.id });
      const [told, ...more] = await toldTo(tx, yanis.email);
      expect(more).toEqual([]);
      expect(told).toContain(`Request #${number} is now yours`);
      expect(told).toContain('Théo Lambert gave you this request.');
      await assign(callBy(yanis), { number, assigneeId: null });
      expect(await toldTo(tx, theo.email)).toEqual([]);
    }),
  );

  it(
    'is told that it is their turn where the team gives in turn',
    rolledBack(async (tx) => {
      const { theo, yanis, numbers } = await cast(tx);
      const [number = 0] = numbers;
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, roundRobin: true, members: [yanis.id] });
      await assign(callBy(theo), { number, teamId: team });
      expect((await toldTo(tx, yanis.email)).join()).toContain('It is your turn');
    }),
  );

  it(
    'gets one mail for an act over many, which tells of what was not taken back alone',
    rolledBack(async (tx) => {
      const { theo, yanis, numbers } = await cast(tx);
      const [first = 0, second = 0, third = 0] = numbers;
      const { token } = await bulk(callBy(theo, NOW), { numbers, change: { act: 'give', assigneeId: yanis.id } });
      const [told, ...more] = await toldTo(tx, yanis.email);
      expect(more).toEqual([]);
      expect(told).toContain('3 requests are now yours');
      for (const number of numbers) expect(told).toContain(`/en/desk/${number}`);
      await assign(callBy(yanis, NOW), { number: second, assigneeId: null });
      await undo(callBy(theo, new Date(NOW.getTime() + 5_000)), { token });
      const [left, ...others] = await toldTo(tx, yanis.email);
      expect(others).toEqual([]);
      expect(left).toContain(`/en/desk/${second}`);
      expect(left).not.toContain(`/en/desk/${first}`);
      expect(left).not.toContain(`/en/desk/${third}`);
    }),
  );

  it(
    'hears nothing of an act that was taken back',
    rolledBack(async (tx) => {
      const { theo, yanis, numbers } = await cast(tx);
      const { token } = await bulk(callBy(theo, NOW), { numbers, change: { act: 'give', assigneeId: yanis.id } });
      await undo(callBy(theo, NOW), { token });
      expect(await toldTo(tx, yanis.email)).toEqual([]);
      const one = { numbers: numbers.slice(0, 1), change: { act: 'give' as const, assigneeId: yanis.id } };
      await undo(callBy(theo, NOW), { token: (await bulk(callBy(theo, NOW), one)).token });
      expect(await toldTo(tx, yanis.email)).toEqual([]);
    }),
  );
});

describe('two who take a request at once', () => {
  it(
    'do not both have it: the second is told that somebody else does by now, and may repeat it knowing so',
    rolledBack(async (tx) => {
      const { theo, yanis, numbers } = await cast(tx);
      const [number = 0] = numbers;
      await assign(callBy(theo), { number, assigneeId: theo.id, had: null });
      const again = assign(callBy(yanis), { number, assigneeId: yanis.id, had: null });
      await expect(again).rejects.toMatchObject({ code: 'conflict', messageKey: 'errors.ticketTakenMeanwhile' });
      // Pressed twice by the same person it changes nothing, and is no conflict.
      await assign(callBy(theo), { number, assigneeId: theo.id, had: null });
      const knowing = await assign(callBy(yanis), { number, assigneeId: yanis.id, had: theo.id });
      expect(knowing.assigneeId).toBe(yanis.id);
      await expect(assign(callBy(theo), { number, assigneeId: null, had: theo.id })).rejects.toMatchObject({
        code: 'conflict',
      });
    }),
  );
});
