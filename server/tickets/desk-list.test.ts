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
import { mark } from './mark';
import { move } from './move';
import { note } from './note';
import { queue } from './queue';
import { rate } from './rate';
import { read } from './read';
import { removeView } from './remove-view';
import { renameView } from './rename-view';
import { reply } from './reply';
import { saveView } from './save-view';
import { show } from './show';
import { snooze } from './snooze';
import { tag } from './tag';
import { undo } from './undo';
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
    'by portal, update, partner, reason for closing, rating, and what was reproduced',
    rolledBack(async (tx) => {
      const { theo, camille } = await cast(tx);
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

describe('who wrote last, and what is new', () => {
  it(
    'is told of each row: since when the customer waits, or when the desk answered',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: ago(9) });
      const row = async () => {
        const { tickets } = await queue(callBy(yanis, NOW), { address: { q: String(number) } });
        const [{ waitingSince, answeredAt } = { waitingSince: null, answeredAt: null }] = tickets;
        return { waitingSince, answeredAt };
      };
      const say = async (actor: typeof theo, days: number) =>
        reply(callBy(actor, ago(days)), { number, body: 'Un mot de plus sur cet import.' });
      expect(await row()).toEqual({ waitingSince: ago(9).getTime(), answeredAt: null });
      await say(camille, 8);
      await note(callBy(theo, ago(7.5)), { number, body: 'Une note n’est pas une réponse.' });
      expect(await row()).toEqual({ waitingSince: ago(9).getTime(), answeredAt: null });
      await say(theo, 7);
      expect(await row()).toEqual({ waitingSince: null, answeredAt: ago(7).getTime() });
      await say(camille, 6);
      await say(camille, 5);
      expect(await row()).toEqual({ waitingSince: ago(6).getTime(), answeredAt: ago(7).getTime() });
      await reply(callBy(theo, NOW), { number, body: 'Nous corrigeons cela ce soir.', hold: true });
      expect(await row()).toEqual({ waitingSince: null, answeredAt: NOW.getTime() });
      const { messages } = await show(callBy(theo, NOW), { number });
      await undo(callBy(theo, NOW), { token: messages.at(-1)?.id ?? '' });
      expect(await row()).toEqual({ waitingSince: ago(6).getTime(), answeredAt: ago(7).getTime() });
    }),
  );

  it(
    'marks what others did since one has looked, and what nobody has taken up',
    rolledBack(async (tx) => {
      const { theo, yanis, camille } = await cast(tx);
      const { number } = await makeTicket(tx, { requesterId: camille.id, createdAt: ago(9) });
      const isNew = async (actor: typeof theo) =>
        (await queue(callBy(actor, NOW), { address: { q: String(number) } })).tickets[0]?.unread;
      expect([await isNew(theo), await isNew(yanis)]).toEqual([true, true]);
      await read(callBy(theo, ago(8)), { number });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, true]);
      // What one does oneself is no news; nor is what a colleague handles to who never looked at it.
      await assign(callBy(theo, ago(7)), { number, assigneeId: theo.id });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, false]);
      await reply(callBy(camille, ago(6)), { number, body: 'Avez-vous des nouvelles de cet import ?' });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([true, false]);
      await read(callBy(theo, ago(5)), { number });
      await tag(callBy(yanis, ago(4)), { number, add: 'import' });
      expect(await isNew(theo)).toBe(false);
      await note(callBy(yanis, ago(3)), { number, body: 'J’ai vu la même chose hier.' });
      expect(await isNew(theo)).toBe(true);
      await read(callBy(theo, ago(2)), { number });
      await move(callBy(theo, ago(1)), { number, from: 'submitted', to: 'closed', reason: 'solved' });
      expect([await isNew(theo), await isNew(yanis)]).toEqual([false, false]);
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
    'are renamed by who made them, shared ones also by an administrator, and never alike',
    rolledBack(async (tx) => {
      const { theo, yanis, maud, camille } = await cast(tx);
      const address = { assignee: 'me', sort: 'due' };
      const own = await saveView(callBy(theo), { name: 'À moi', shared: false, address });
      const ours = await saveView(callBy(theo), { name: 'À nous', shared: true, address: { due: 'today' } });
      expect(await renameView(callBy(theo), { id: own.id, name: ' Mes échéances ' })).toEqual({ id: own.id, address });
      await renameView(callBy(theo), { id: own.id, name: 'MES ÉCHÉANCES' });
      await renameView(callBy(maud), { id: ours.id, name: 'Avant ce soir' });
      const names = (await views(callBy(theo), {})).kept.map(({ name, address: { sort } }) => [name, sort]);
      expect(names).toEqual(
        expect.arrayContaining([
          ['Avant ce soir', undefined],
          ['MES ÉCHÉANCES', 'due'],
        ]),
      );
      const taken = { fields: { name: { key: 'errors.viewNameTaken' } } };
      await expect(renameView(callBy(theo), { id: own.id, name: 'avant ce soir' })).rejects.toMatchObject(taken);
      const nameless = renameView(callBy(theo), { id: own.id, name: ' ' });
      await expect(nameless).rejects.toMatchObject({ fields: { name: { key: 'errors.required' } } });
      const rename = (actor: typeof theo, id: string) => renameView(callBy(actor), { id, name: 'Autre nom' });
      await expect(rename(maud, own.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(rename(yanis, own.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(rename(yanis, ours.id)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(rename(camille, ours.id)).rejects.toMatchObject({ code: 'forbidden' });
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
