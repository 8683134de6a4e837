import { and, asc, eq, sql } from 'drizzle-orm';
import { type Clock, type ClockRules, clocksOf, nextDeadline, outcomeOf } from '@/domain/sla/clocks';
import { foldTicket, standing, type TicketEvent } from '@/domain/tickets/history';
import { priorityOf } from '@/domain/tickets/priority';
import type { Reader, Tx } from '../client';
import { clockRules, severityOfLevel } from '../sla/queries';
import { ticketClocks, ticketEvents, tickets } from './schema';
import { tellOfTicket } from './telling';

/** A request's history, oldest first. */
export const ticketHistory = async (db: Reader, ticketId: string): Promise<TicketEvent[]> => {
  const rows = await db
    .select()
    .from(ticketEvents)
    .where(eq(ticketEvents.ticketId, ticketId))
    .orderBy(asc(ticketEvents.id));
  return rows.map(
    (row) => ({ at: row.at.getTime(), actorId: row.actorId, kind: row.kind, data: row.data }) as TicketEvent,
  );
};

const instantOf = (at: number | null): Date | null => (at === null ? null : new Date(at));

/** Takes away the clocks that only facts had started which were taken back: nobody may be warned of them. */
const dropClocksBut = async (tx: Tx, ticketId: string, clocks: readonly Clock[]): Promise<void> => {
  const names = clocks.map(({ kind, turn }) => `${kind} ${turn}`);
  const kept = sql`array(select jsonb_array_elements_text(${JSON.stringify(names)}::jsonb))`;
  await tx
    .delete(ticketClocks)
    .where(
      and(
        eq(ticketClocks.ticketId, ticketId),
        sql`not ${ticketClocks.kind} || ' ' || ${ticketClocks.turn} = any(${kept})`,
      ),
    );
};

const writeClocks = async (tx: Tx, ticketId: string, clocks: readonly Clock[]): Promise<void> => {
  const rows = clocks.map((clock) => ({
    ticketId,
    kind: clock.kind,
    turn: clock.turn,
    startedAt: instantOf(clock.startedAt),
    warnAt: instantOf(clock.warnAt),
    dueAt: instantOf(clock.due),
    settledAt: instantOf(clock.settledAt),
    outcome: outcomeOf(clock),
  }));
  await tx
    .insert(ticketClocks)
    .values(rows)
    .onConflictDoUpdate({
      target: [ticketClocks.ticketId, ticketClocks.kind, ticketClocks.turn],
      set: {
        startedAt: sql`excluded.started_at`,
        warnAt: sql`excluded.warn_at`,
        dueAt: sql`excluded.due_at`,
        settledAt: sql`excluded.settled_at`,
        outcome: sql`excluded.outcome`,
      },
    });
};

/**
 * Writes the cached columns of a request and its clocks from its history: the only function that may. Called after every
 * fact, and for requests at work when a policy, a calendar or the release rhythm changes; whoever looks at the request
 * hears of it at commit. Answers what its clocks are reckoned by.
 */
export const recomputeTicket = async (tx: Tx, ticketId: string): Promise<ClockRules> => {
  // What is asked for together goes out together and is done in its order.
  const [events, [ticket]] = await Promise.all([
    ticketHistory(tx, ticketId),
    tx.select({ typeKey: tickets.typeKey }).from(tickets).where(eq(tickets.id, ticketId)),
  ]);
  const state = foldTicket(events);
  if (!ticket) throw new Error('a request vanished inside its transaction');
  const [rules, severity] = await Promise.all([
    clockRules(tx, ticket.typeKey, state.criticality),
    severityOfLevel(tx, state.criticality),
  ]);
  const clocks = clocksOf(standing(events), rules, events.at(-1)?.at ?? state.lastActivityAt);
  const next = nextDeadline(clocks);
  const written = tx
    .update(tickets)
    .set({
      status: state.status,
      teamId: state.teamId,
      assigneeId: state.assigneeId,
      lastActivityAt: new Date(state.lastActivityAt),
      firstAnsweredAt: instantOf(state.firstAnsweredAt),
      answeredAt: instantOf(state.answeredAt),
      waitingSince: instantOf(state.waitingSince),
      resolvedAt: instantOf(state.resolvedAt),
      closedAt: instantOf(state.closedAt),
      statusSince: new Date(state.statusSince),
      criticality: state.criticality,
      priority: priorityOf(severity, state.answers),
      complete: state.complete,
      reproducible: state.reproducible,
      snoozedUntil: instantOf(state.snoozedUntil),
      partner: state.partner,
      plannedRelease: state.release,
      closingReason: state.closingReason,
      duplicateOf: state.duplicateOf,
      rating: state.rating,
      ratedAt: instantOf(state.ratedAt),
      verdict: state.verdict,
      dueAt: instantOf(next?.due ?? null),
      dueClock: next?.kind ?? null,
    })
    .where(eq(tickets.id, ticketId));
  const takenBack = events.some(({ kind }) => kind === 'undone');
  await Promise.all([
    written,
    writeClocks(tx, ticketId, clocks),
    takenBack ? dropClocksBut(tx, ticketId, clocks) : null,
    tellOfTicket(tx, ticketId),
  ]);
  return rules;
};
