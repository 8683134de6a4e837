import type { TicketStatus } from './status';

/** Kinds of facts in a request's history. History is append-only; the row of the request is a cache of it. */
export const TICKET_EVENT_KINDS = ['opened', 'replied', 'noted', 'moved', 'assigned'] as const;

/** A fact: what happened, who did it (`null` is Guichet itself) and when (epoch milliseconds, UTC). */
export type TicketEvent = { at: number; actorId: string | null } & (
  | { kind: 'opened'; data: Record<string, never> }
  | { kind: 'replied'; data: { messageId: string; side: 'requester' | 'agent' } }
  | { kind: 'noted'; data: { messageId: string } }
  | { kind: 'moved'; data: { from: TicketStatus; to: TicketStatus } }
  | { kind: 'assigned'; data: { assigneeId: string | null } }
);

/** What the row of a request caches from its history; instants in epoch milliseconds. */
export type TicketState = {
  status: TicketStatus;
  assigneeId: string | null;
  /** Moves also when staff work on the request without writing (an internal note), so that customers see life in it. */
  lastActivityAt: number;
  firstAnsweredAt: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
};

const RESOLVED: readonly TicketStatus[] = ['resolved', 'resolved_pending_release', 'closed'];

const apply = (state: TicketState, event: TicketEvent): TicketState => {
  const next = { ...state, lastActivityAt: Math.max(state.lastActivityAt, event.at) };
  if (event.kind === 'replied' && event.data.side === 'agent') next.firstAnsweredAt ??= event.at;
  if (event.kind === 'assigned') next.assigneeId = event.data.assigneeId;
  if (event.kind === 'moved') {
    next.status = event.data.to;
    next.closedAt = event.data.to === 'closed' ? event.at : null;
    next.resolvedAt = RESOLVED.includes(event.data.to) ? (state.resolvedAt ?? event.at) : null;
  }
  return next;
};

/**
 * Folds a request's history, oldest first, into its present state: the one function that may say what the cached
 * columns contain. Throws a `RangeError` when the history does not begin with its opening, which is a bug.
 */
export const foldTicket = (events: readonly TicketEvent[]): TicketState => {
  const [first, ...rest] = events;
  if (first?.kind !== 'opened') throw new RangeError('a history begins with its opening');
  const initial: TicketState = {
    status: 'submitted',
    assigneeId: null,
    lastActivityAt: first.at,
    firstAnsweredAt: null,
    resolvedAt: null,
    closedAt: null,
  };
  return rest.reduce(apply, initial);
};
