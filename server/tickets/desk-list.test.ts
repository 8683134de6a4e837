import { describe, expect, it } from 'vitest';
import { makeOrganisation } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import type { TicketEvent } from '@/domain/tickets/history';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { mark } from './mark';
import { move } from './move';
import { queue } from './queue';
import { rate } from './rate';
import { saveView } from './save-view';
import { snooze } from './snooze';
import { ago, deskCast, NOW, WORD } from './testing';
import { views } from './views';

const graded = (level: string, at: Date, reach: 'one' | 'all' = 'one'): TicketEvent => ({
  at: at.getTime(),
  actorId: null,
  kind: 'graded',
  data: { level, answers: { blocked: 'fully', wayRound: 'none', reach } },
});

/** The subjects a filter shows to somebody, of the requests that these tests made. */
const shown = async (
  actor: Parameters<typeof callBy>[0],
  address: Record<string, string>,
  numbers: readonly number[],
) => {
  const { tickets } = await queue(callBy(actor, NOW), { address: { q: WORD, ...address }, found: [...numbers] });
  return tickets.map(({ subject }) => subject);
};

describe('narrowing the desk’s list', () => {
  it(
    'by a number finds that request, closed or not; by words what is still to be done',
    rolledBack(async (tx) => {
      const { theo, camille } = await deskCast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id, subject: WORD });
      await move(callBy(theo), { number, from: 'submitted', to: 'closed', reason: 'solved' });
      const found = async (q: string, more: Record<string, string> = {}) =>
        (await queue(callBy(theo), { address: { q, ...more }, found: [number] })).tickets.map((row) => row.number);
      expect(await found(String(number))).toEqual([number]);
      expect(await found(`#${number}`)).toEqual([number]);
      expect(await found(`#${number}`, { status: 'in_review' })).toEqual([]);
      expect(await found(WORD)).toEqual([]);
      expect(await found(WORD, { status: 'all' })).toEqual([number]);
    }),
  );

  it(
    'by status, team, person, criticality, type, organisation, deadline and day',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await deskCast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
      const organisationId = await makeOrganisation(tx, 'Club des 100 % nageurs');
      const make = async (subject: string, more: Partial<Parameters<typeof makeTicket>[1]> = {}) =>
        makeTicket(tx, { requesterId: camille.id, subject, createdAt: ago(2), ...more });
      const plain = await make('plain');
      const grave = await make('grave', { createdAt: ago(9), typeKey: 'question', organisationId });
      await addFacts(tx, grave, [graded('critical', ago(9))]);
      const given = await make('given');
      await assign(callBy(yanis, ago(1)), { number: given.number, teamId: team, assigneeId: yanis.id });
      const over = await make('over');
      await move(callBy(yanis, ago(1)), { number: over.number, from: 'submitted', to: 'resolved' });
      const all = [plain, grave, given, over].map(({ number }) => number);
      const seen = async (address: Record<string, string>) => (await shown(theo, address, all)).sort();

      expect(await seen({})).toEqual(['given', 'grave', 'plain']);
      expect(await seen({ status: 'all' })).toEqual(['given', 'grave', 'over', 'plain']);
      expect(await seen({ status: 'resolved' })).toEqual(['over']);
      expect(await seen({ team: 'mine' })).toEqual(['given']);
      expect(await seen({ team: 'none' })).toEqual(['grave', 'plain']);
      expect(await seen({ team })).toEqual(['given']);
      expect(await seen({ assignee: 'none' })).toEqual(['grave', 'plain']);
      expect(await seen({ assignee: yanis.id })).toEqual(['given']);
      expect(await shown(yanis, { assignee: 'me' }, all)).toEqual(['given']);
      expect(await seen({ level: 'critical' })).toEqual(['grave']);
      expect(await seen({ level: 'none' })).toEqual(['given', 'plain']);
      expect(await seen({ type: 'question' })).toEqual(['grave']);
      expect(await seen({ organisation: '100 %' })).toEqual(['grave']);
      expect(await seen({ organisation: '0_%' })).toEqual([]);
      expect(await seen({ due: 'breached' })).toContain('grave');
      expect(await seen({ from: '2026-11-20' })).toEqual(['given', 'plain']);
      expect(await seen({ until: '2026-11-20' })).toEqual(['grave']);
    }),
  );

  it(
    'by portal, update, partner, reason for closing, rating, and what was reproduced',
    rolledBack(async (tx) => {
      const { theo, camille } = await deskCast(tx);
      const make = async (subject: string, typeKey = 'question') =>
        makeTicket(tx, { requesterId: camille.id, subject, typeKey, createdAt: ago(2) });
      const plain = await make('plain');
      const advice = await make('advice', 'consulting');
      const fault = await make('fault', 'problem');
      const seenFault = await make('seen fault', 'problem');
      await mark(callBy(theo), { number: seenFault.number, mark: 'reproducible', on: true });
      const waits = await make('waits');
      await move(callBy(theo), {
        number: waits.number,
        from: 'submitted',
        to: 'waiting_partner',
        partner: `Banque ${WORD}`,
      });
      const planned = await make('planned');
      await move(callBy(theo), {
        number: planned.number,
        from: 'submitted',
        to: 'resolved_pending_release',
        release: '2026.48',
      });
      const unsure = await make('unsure');
      await move(callBy(theo), { number: unsure.number, from: 'submitted', to: 'resolved' });
      await rate(callBy(camille), { number: unsure.number, rating: 'mixed', comment: '' });
      const quiet = await make('quiet');
      await move(callBy(theo), { number: quiet.number, from: 'submitted', to: 'closed', reason: 'no_answer' });
      const all = [plain, advice, fault, seenFault, waits, planned, unsure, quiet].map(({ number }) => number);
      const seen = async (address: Record<string, string>) => (await shown(theo, address, all)).sort();

      expect(await seen({ portal: 'conseil' })).toEqual(['advice']);
      expect(await seen({ portal: 'support' })).toEqual(['fault', 'plain', 'seen fault', 'waits']);
      expect(await seen({ release: '.48' })).toEqual(['planned']);
      expect(await seen({ release: '2027' })).toEqual([]);
      expect(await seen({ partner: 'banque' })).toEqual(['waits']);
      expect(await seen({ partner: 'b_nque' })).toEqual([]);
      expect(await seen({ reason: 'no_answer' })).toEqual(['quiet']);
      expect(await seen({ reason: 'spam' })).toEqual([]);
      expect(await seen({ rating: 'mixed' })).toEqual(['unsure']);
      expect(await seen({ rating: 'none' })).toEqual(['planned', 'quiet']);
      expect(await seen({ rating: 'none', status: 'closed' })).toEqual(['quiet']);
      expect(await seen({ reproduced: 'yes' })).toEqual(['seen fault']);
      expect(await seen({ reproduced: 'no' })).toEqual(['fault']);

      await saveView(callBy(theo), { name: 'Banque', shared: false, address: { partner: WORD } });
      await saveView(callBy(theo), { name: 'Reproduire', shared: false, address: { reproduced: 'no' } });
      const { kept } = await views(callBy(theo), {});
      expect(kept.map(({ name, total, address }) => [name, total, address])).toEqual([
        ['Banque', 1, { partner: WORD }],
        ['Reproduire', null, { reproduced: 'no' }],
      ]);
    }),
  );

  it(
    'by number and by who asks, and leaves out what sleeps until it is looked for',
    rolledBack(async (tx) => {
      const { theo, camille } = await deskCast(tx);
      const ticket = await makeTicket(tx, { requesterId: camille.id, subject: 'asleep' });
      const find = async (address: Record<string, string>) =>
        (await queue(callBy(theo), { address })).tickets.map(({ number }) => number);
      expect(await find({ q: `#${ticket.number}` })).toEqual([ticket.number]);
      expect(await find({ q: WORD.toLowerCase() })).toEqual([ticket.number]);
      const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16);
      await snooze(callBy(theo), { number: ticket.number, until });
      expect(await find({})).not.toContain(ticket.number);
      expect(await find({ asleep: '1' })).toContain(ticket.number);
      expect(await find({ q: WORD })).toEqual([ticket.number]);
    }),
  );
});

describe('the order of the desk’s list', () => {
  it(
    'by priority puts the gravest first, by deadline the nearest, and both have an end',
    rolledBack(async (tx) => {
      const { theo, camille } = await deskCast(tx);
      const make = async (subject: string, days: number, fact?: TicketEvent) => {
        const ticket = await makeTicket(tx, { requesterId: camille.id, subject, createdAt: ago(days) });
        if (fact) await addFacts(tx, ticket, [fact]);
        return ticket;
      };
      await make('ungraded', 9);
      await make('low', 9, graded('low', ago(9)));
      await make('critical, one', 4, graded('critical', ago(4)));
      await make('critical, all', 5, graded('critical', ago(5), 'all'));
      const byPriority = await shown(theo, { sort: 'priority' }, []);
      expect(byPriority).toEqual(['critical, all', 'critical, one', 'low', 'ungraded']);
      const byDue = await shown(theo, { sort: 'due' }, []);
      expect(byDue.slice(0, 2)).toEqual(['critical, all', 'critical, one']);
      expect(await shown(theo, { sort: 'created' }, [])).toEqual(['critical, one', 'critical, all', 'low', 'ungraded']);
    }),
  );

  it.each(['activity', 'due', 'priority', 'created'])(
    'by %s is turned forth and back without losing or repeating a row',
    async (sort) =>
      rolledBack(async (tx) => {
        const { theo, camille } = await deskCast(tx);
        const made: string[] = [];
        for (let index = 0; index < 120; index += 1) {
          const subject = `n° ${String(index).padStart(3, '0')}`;
          // Several of one instant, so that only the number parts them.
          await makeTicket(tx, { requesterId: camille.id, subject, createdAt: ago(Math.floor(index / 4)) });
          made.push(subject);
        }
        const address = { q: WORD, sort };
        const first = await queue(callBy(theo, NOW), { address });
        const second = await queue(callBy(theo, NOW), { address, after: first.next ?? '' });
        const third = await queue(callBy(theo, NOW), { address, after: second.next ?? '' });
        expect([first.previous, third.next]).toEqual([null, null]);
        const all = [first, second, third].flatMap(({ tickets }) => tickets.map(({ subject }) => subject));
        expect([...all].sort()).toEqual(made);
        const back = await queue(callBy(theo, NOW), { address, before: third.previous ?? '' });
        expect(back.tickets).toEqual(second.tickets);
        const start = await queue(callBy(theo, NOW), { address, before: back.previous ?? '' });
        expect([start.tickets, start.previous]).toEqual([first.tickets, null]);
      })(),
  );
});
