import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/client';
import { requestTypes } from '@/db/forms/schema';
import { actorOf, makeOrganisation, makeUser } from '@/db/people/factory';
import { criticalityLevels } from '@/db/sla/schema';
import { makeTeam } from '@/db/teams/factory';
import { rolledBack } from '@/db/testing/rolled-back';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import type { TicketEvent } from '@/domain/tickets/history';
import { createCaller } from '../root';
import { callBy } from '../testing/call';
import { assign } from './assign';
import { move } from './move';
import { queue } from './queue';
import { removeView } from './remove-view';
import { saveView } from './save-view';
import { snooze } from './snooze';
import { views } from './views';

const DAY = 86_400_000;
const NOW = new Date('2026-11-23T10:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);

/** Requests of one word each, that only these tests know. */
const WORD = 'Quetzalcoatl';

const graded = (level: string, at: Date, reach: 'one' | 'all' = 'one'): TicketEvent => ({
  at: at.getTime(),
  actorId: null,
  kind: 'graded',
  data: { level, answers: { blocked: 'fully', wayRound: 'none', reach } },
});

const cast = async (tx: Tx) => {
  const theo = actorOf(await makeUser(tx, { name: 'Théo Lambert', role: 'agent' }));
  const yanis = actorOf(await makeUser(tx, { name: 'Yanis Morel', role: 'agent' }));
  const maud = actorOf(await makeUser(tx, { name: 'Maud Kessler', role: 'admin' }));
  const camille = actorOf(await makeUser(tx, { name: `Camille ${WORD}` }));
  return { theo, yanis, maud, camille };
};

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
      const { theo, camille } = await cast(tx);
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
      const { theo, yanis, camille } = await cast(tx);
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
    'by number and by who asks, and leaves out what sleeps until it is looked for',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
      const ticket = await makeTicket(tx, { requesterId: camille.id, subject: 'asleep' });
      const find = async (address: Record<string, string>) =>
        (await queue(callBy(theo), { address })).tickets.map(({ number }) => number);
      expect(await find({ q: `#${ticket.number}` })).toEqual([ticket.number]);
      expect(await find({ q: WORD.toLowerCase() })).toEqual([ticket.number]);
      const until = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 16);
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
      const { theo, camille } = await cast(tx);
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
        const { theo, camille } = await cast(tx);
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

describe('views', () => {
  it(
    'are counted as their lists are long, and not counted where that would cost',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const team = await makeTeam(tx, { name: { fr: 'Dons' }, members: [theo.id] });
      const mine = await makeTicket(tx, { requesterId: camille.id });
      const ours = await makeTicket(tx, { requesterId: camille.id });
      await assign(callBy(yanis), { number: mine.number, assigneeId: theo.id });
      await assign(callBy(yanis), { number: ours.number, teamId: team });
      await saveView(callBy(theo), { name: 'Problèmes des Dons', shared: true, address: { team, type: 'problem' } });
      await saveView(callBy(theo), { name: 'Tout', shared: false, address: { status: 'all', sort: 'due', page: '3' } });
      const { shipped, kept } = await views(callBy(theo), {});
      const totals = Object.fromEntries(shipped.map(({ key, total }) => [key, total]));
      expect(totals).toMatchObject({ mine: 1, team: 1, all: null });
      expect(kept.map(({ name, total, own }) => [name, total, own])).toEqual([
        ['Problèmes des Dons', 1, true],
        ['Tout', null, true],
      ]);
      expect(kept[1]?.address).toEqual({ status: 'all', sort: 'due' });

      // The name of one's own view keeps something else from now on; another's of that name stays.
      await saveView(callBy(yanis), { name: 'Tout', shared: false, address: { assignee: 'none' } });
      await saveView(callBy(theo), { name: 'TOUT', shared: false, address: { assignee: 'me' } });
      const again = (await views(callBy(theo), {})).kept.filter(({ shared }) => !shared);
      expect(again).toMatchObject([{ id: kept[1]?.id, name: 'TOUT', address: { assignee: 'me' } }]);
      const others = (await views(callBy(yanis), {})).kept.find(({ name }) => name === 'Tout');
      expect(others?.address).toEqual({ assignee: 'none' });
    }),
  );

  it(
    'keep what they are narrowed to from being deleted: a team, a type, a level',
    rolledBack(async (tx) => {
      const { theo, maud } = await cast(tx);
      const as = createCaller(callBy(maud));
      const key = `salle-${crypto.randomUUID().slice(0, 8)}`;
      const team = await makeTeam(tx, { name: { fr: `Salles ${key}` } });
      const words = { fr: 'Réserver une salle' };
      const [portal] = (await as.forms.show({})).portals;
      await tx
        .insert(requestTypes)
        .values({ key, portal: portal?.key ?? '', name: words, situation: words, guidance: words, position: 900 });
      const level = 'salle';
      const told = { name: words, definition: words, examples: words };
      await tx.insert(criticalityLevels).values({ key: level, ...told, fromSeverity: 5, active: false });
      const address = { team, type: key, level };
      const { id } = await saveView(callBy(theo), { name: 'Salles', shared: false, address });
      await expect(as.teams.remove({ id: team })).rejects.toThrow('errors.teamInUse');
      await expect(as.forms.remove({ what: 'type', id: key })).rejects.toThrow('errors.inUse.type');
      await expect(as.sla.removeLevel({ key: level })).rejects.toThrow('errors.inUse.level');
      await removeView(callBy(theo), { id });
      await as.teams.remove({ id: team });
      await as.forms.remove({ what: 'type', id: key });
      await as.sla.removeLevel({ key: level });
    }),
  );

  it(
    'are one’s own unless shared; shared ones are taken away by who made them or an administrator',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille } = await cast(tx);
      const own = await saveView(callBy(theo), { name: 'À moi', shared: false, address: { assignee: 'me' } });
      const ours = await saveView(callBy(theo), { name: 'À nous', shared: true, address: { due: 'today' } });
      const seen = (await views(callBy(yanis), {})).kept.map(({ name }) => name);
      expect(seen).toContain('À nous');
      expect(seen).not.toContain('À moi');
      await expect(removeView(callBy(maud), { id: own.id })).rejects.toMatchObject({ code: 'not-found' });
      await expect(removeView(callBy(yanis), { id: ours.id })).rejects.toMatchObject({ code: 'forbidden' });
      await removeView(callBy(maud), { id: ours.id });
      await removeView(callBy(theo), { id: own.id });
      expect((await views(callBy(theo), {})).kept).toEqual([]);
      await expect(views(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
      await expect(queue(callBy(camille), {})).rejects.toMatchObject({ code: 'forbidden' });
      const nameless = saveView(callBy(theo), { name: ' ', shared: false, address: {} });
      await expect(nameless).rejects.toMatchObject({ fields: { name: { key: 'errors.required' } } });
    }),
  );
});
