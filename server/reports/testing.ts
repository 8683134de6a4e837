import type { Tx } from '@/db/client';
import { actorOf, makeUser } from '@/db/people/factory';
import { makeTeam } from '@/db/teams/factory';
import { addFacts, makeTicket } from '@/db/tickets/factory';
import type { Actor } from '@/domain/access/actor';
import { paris } from '@/domain/sla/fixtures/paris';
import type { TicketEvent } from '@/domain/tickets/history';
import { createCaller } from '../root';
import { callBy } from '../testing/call';

/** A Friday at noon in Paris, where the shipped calendar is open. */
export const NOW = new Date(paris('2026-11-20 12:00'));
export const PERIOD = { period: 'own', from: '2026-11-02', until: '2026-11-20', unit: 'week' };
export const HOUR = 3_600_000;
export const hours = (...amounts: (number | null)[]) =>
  amounts.map((amount) => (amount === null ? null : Math.round(amount * HOUR)));

export const reportsOf = (actor: Actor, now = NOW) => createCaller(callBy(actor, now)).reports;

/**
 * Eight requests of a team and one of another, whose figures were counted by hand: opening hours are 9:00–12:30 and
 * 14:00–18:00, Fridays to 17:00, and the 11th is a holiday.
 */
export const set = async (tx: Tx) => {
  const camille = await makeUser(tx, { name: 'Camille Roux' });
  const theo = await makeUser(tx, { name: 'Théo Lambert', role: 'agent' });
  const jo = await makeUser(tx, { name: 'Jo Sans-Pôle', role: 'agent' });
  const maud = await makeUser(tx, { name: 'Maud Kessler', role: 'admin' });
  const team = await makeTeam(tx, { name: { fr: 'Rapports' }, members: [theo.id] });
  const other = await makeTeam(tx, { name: { fr: 'Ailleurs' } });
  const opened = async (at: string, facts: readonly TicketEvent[], teamId = team) => {
    const since = paris(at);
    const ticket = await makeTicket(tx, { requesterId: camille.id, typeKey: 'question', createdAt: new Date(since) });
    const routed: TicketEvent = { at: since, actorId: null, kind: 'routed', data: { teamId } };
    await addFacts(tx, ticket, [routed, ...facts]);
    return ticket;
  };
  const by = (actorId: string, at: string) => ({ at: paris(at), actorId });
  const graded = (at: string, level: string): TicketEvent => ({ ...by(theo.id, at), kind: 'graded', data: { level } });
  const given = (at: string): TicketEvent => ({ ...by(theo.id, at), kind: 'assigned', data: { assigneeId: theo.id } });
  const answered = (at: string): TicketEvent => ({
    ...by(theo.id, at),
    kind: 'replied',
    data: { messageId: team, side: 'agent' },
  });
  const moved = (
    at: string,
    data: Extract<TicketEvent, { kind: 'moved' }>['data'],
    who: 'agent' | 'requester' = 'agent',
  ): TicketEvent => ({
    ...by(who === 'agent' ? theo.id : camille.id, at),
    kind: 'moved',
    data: { ...data, by: who },
  });
  const rated = (at: string, rating: 'satisfied' | 'mixed' | 'dissatisfied'): TicketEvent => ({
    ...by(camille.id, at),
    kind: 'rated',
    data: { rating, comment: null },
  });

  // 1. Answered after half an hour, resolved after 25 hours: 8.5 of them open.
  await opened('2026-11-02 09:00', [
    graded('2026-11-02 09:00', 'critical'),
    given('2026-11-02 09:20'),
    answered('2026-11-02 09:30'),
    moved('2026-11-03 10:00', { from: 'submitted', to: 'resolved' }),
    rated('2026-11-04 10:00', 'satisfied'),
  ]);
  // 2. Answered after 41 hours, 2 of them open; resolved too late, and back since Friday.
  await opened('2026-11-10 17:00', [
    graded('2026-11-10 17:00', 'critical'),
    given('2026-11-12 10:00'),
    answered('2026-11-12 10:00'),
    moved('2026-11-12 18:00', { from: 'submitted', to: 'resolved' }),
    rated('2026-11-13 09:00', 'dissatisfied'),
    { ...by(camille.id, '2026-11-13 10:00'), kind: 'replied', data: { messageId: team, side: 'requester' } },
    moved('2026-11-13 10:00', { from: 'resolved', to: 'in_review' }, 'requester'),
  ]);
  // 3. Nobody has touched it.
  await opened('2026-11-16 09:00', []);
  // 4. Answered after a weekend: 65.5 hours, 1.5 of them open. Its resolution was taken back at once: the sixth fact.
  await opened('2026-11-06 16:00', [
    graded('2026-11-06 16:00', 'low'),
    given('2026-11-09 09:30'),
    answered('2026-11-09 09:30'),
    moved('2026-11-09 09:30', { from: 'submitted', to: 'resolved' }),
    { ...by(theo.id, '2026-11-09 09:31'), kind: 'undone', data: { facts: [5] } },
  ]);
  // 5. Spam is no work.
  await opened('2026-11-03 10:00', [moved('2026-11-03 10:05', { from: 'submitted', to: 'closed', reason: 'spam' })]);
  // 6. Opened before the period, in summer time; resolved by who asked after 361 hours, 80.5 of them open. Rated twice.
  await opened('2026-10-20 10:00', [
    moved('2026-11-04 10:00', { from: 'submitted', to: 'resolved' }, 'requester'),
    rated('2026-11-05 09:00', 'mixed'),
    rated('2026-11-05 09:05', 'satisfied'),
  ]);
  // 7. Of another team.
  await opened('2026-11-03 10:00', [answered('2026-11-03 10:10')], other);
  // 8. Closed as a duplicate: gone from the desk, but no resolution to measure.
  await opened('2026-11-04 09:00', [
    moved('2026-11-04 09:10', { from: 'submitted', to: 'closed', reason: 'duplicate' }),
  ]);
  return {
    team,
    other,
    theo: actorOf(theo),
    jo: actorOf(jo),
    maud: actorOf(maud),
    camille: actorOf(camille),
  };
};
