import type { FieldChange } from '../forms/correcting';
import type { IncidentStatus } from '../incidents/status';
import type { CriticalityAnswers } from '../sla/criticality';
import type { CallStep } from './calls';
import type { Leaving } from './leaving';
import type { LinkRole } from './links';
import type { ClosingReason, HandoverNote, MoveData } from './moves';
import type { Rating } from './rating';
import type { Party, TicketStatus } from './status';
import type { Tie } from './ties';
import type { Verdict } from './verdict';

/** Kinds of facts in a request's history. History is append-only; the row of the request is a cache of it. */
export const TICKET_EVENT_KINDS = [
  'opened',
  'replied',
  'noted',
  'moved',
  'routed',
  'assigned',
  'tagged',
  'undone',
  'graded',
  'marked',
  'deadline',
  'reminded',
  'snoozed',
  'woken',
  'rated',
  'linked',
  'unlinked',
  'merged',
  'split',
  'asked',
  'judged',
  'call',
  'corrected',
  'refiled',
  'tied',
  'untied',
  'incident',
  'proposed',
  'idea',
] as const;

/** Kinds of facts that the customer's side reads; the rest is how the desk works. */
const PUBLIC_KINDS: readonly (typeof TICKET_EVENT_KINDS)[number][] = [
  'opened',
  'moved',
  'graded',
  'reminded',
  'rated',
  'linked',
  'unlinked',
  'merged',
  'split',
  'call',
  'corrected',
  'refiled',
  'tied',
  'untied',
  'incident',
  'idea',
];

/** Whether the customer's side reads a fact: one of these kinds, which was not taken back. */
export const isPublicFact = ({ kind, undone }: { kind: TicketEvent['kind']; undone: boolean }): boolean =>
  PUBLIC_KINDS.includes(kind) && !undone;

/** What a report must be before its deadlines run. */
export const TICKET_MARKS = ['complete', 'reproducible'] as const;
export type TicketMark = (typeof TICKET_MARKS)[number];

/** The deadlines of a request: being taken in charge, the answer to each further message, the resolution. */
export const CLOCK_KINDS = ['taken', 'answer', 'resolution'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What is told of a deadline, each once: that little time is left, and that it has passed. */
export const DEADLINE_STAGES = ['warned', 'breached'] as const;
export type DeadlineStage = (typeof DEADLINE_STAGES)[number];

/** A fact: what happened, who did it (`null` is Guichet itself) and when (epoch milliseconds, UTC). */
export type TicketEvent = { at: number; actorId: string | null } & (
  | { kind: 'opened'; data: Record<string, never> }
  | { kind: 'replied'; data: { messageId: string; side: 'requester' | 'agent' } }
  /** `mentions` are the people who are told of the note; `handover` is what a note says that goes with one. */
  | { kind: 'noted'; data: { messageId: string; mentions?: readonly string[]; handover?: HandoverNote } }
  | { kind: 'moved'; data: MovedData }
  /** The request was given to a team of the desk, or taken out of one. */
  | { kind: 'routed'; data: { teamId: string | null } }
  /** `inTurn` where the team's round-robin chose, and nobody by name; `left` where it was taken from who has left. */
  | { kind: 'assigned'; data: { assigneeId: string | null; inTurn?: true; left?: Leaving } }
  | { kind: 'tagged'; data: { added: readonly string[]; dropped: readonly string[] } }
  /** Facts that were taken back, by their places in the history, from 0: they count no more. */
  | { kind: 'undone'; data: { facts: readonly number[] } }
  /** The criticality was set; `answers` when the requester's own words led to it, `reason` when the desk changed it. */
  | { kind: 'graded'; data: { level: string; answers?: CriticalityAnswers; reason?: string } }
  | { kind: 'marked'; data: { mark: TicketMark; on: boolean } }
  | { kind: 'deadline'; data: { clock: ClockKind; turn: number; stage: DeadlineStage; due: number } }
  /** `closesAt` is what the customer was told: without an answer it is closed then. Facts written before it was kept have none. */
  | { kind: 'reminded'; data: { turn: number; closesAt?: number } }
  | { kind: 'snoozed'; data: { until: number } }
  | { kind: 'woken'; data: Record<string, never> }
  | { kind: 'rated'; data: { rating: Rating; comment: string | null } }
  /** What this request became, or is no longer, to another one, which is named by its number. */
  | { kind: 'linked' | 'unlinked'; data: { other: number; role: LinkRole } }
  | { kind: 'merged'; data: MergedData }
  /** A message began a request of its own (`into`, in the history it was taken from), or this request began so (`from`). */
  | { kind: 'split'; data: { other: number; messageId: string; way: 'into' | 'from' } }
  /** The customer was asked for what is missing, in that message. */
  | { kind: 'asked'; data: { messageId: string } }
  | { kind: 'judged'; data: { verdict: Verdict | null } }
  | { kind: 'call'; data: CallData }
  /** The desk filled in or put right what the form says, with what stood there before. */
  | { kind: 'corrected'; data: { changes: readonly FieldChange[] } }
  /** The desk put right what the request was filed under. */
  | { kind: 'refiled'; data: RefiledData }
  /** The request was tied to an incident or a theme, or is no longer. */
  | { kind: 'tied' | 'untied'; data: Tie }
  /** An incident that it is tied to has a new update, which its people are told of. */
  | { kind: 'incident'; data: { incidentId: string; updateId: string; status: IncidentStatus } }
  /** That incident is over: the desk is asked whether the request is, too. */
  | { kind: 'proposed'; data: { incidentId: string } }
  /** The request became an idea of this number (`born`), stands behind one that was there (`tied`), or does no more. */
  | { kind: 'idea'; data: { idea: number; step: 'born' | 'tied' | 'untied' } }
);

/** What a request was filed under before and is since: its subject, its type by key. */
export type RefiledData = {
  subject?: { before: string; after: string };
  type?: { before: string; after: string };
};

/** A call-back; `at` is when it is to be, `messageId` its recap, `mentions` the people who are told of that. */
type CallData = { callId: string; step: CallStep; at?: number; messageId?: string; mentions?: readonly string[] };

/**
 * Another request goes on in this one: whom it brought into copy, whether it was linked by that, by which step its mails are
 * held back, and what this one is tied to since; facts from before ties were kept have none.
 */
export type MergedData = {
  other: number;
  copied: readonly string[];
  linked: boolean;
  step: string;
  tied?: readonly Tie[];
};

/** `by` is the side that made the move; facts written before it was kept have none. */
export type MovedData = Omit<MoveData, 'tried' | 'asked'> & {
  from: TicketStatus;
  to: TicketStatus;
  by?: Party;
  /** When it is closed if nobody writes, as people were told (epoch milliseconds). */
  closesAt?: number;
};

/** What the row of a request caches from its history; instants in epoch milliseconds. */
export type TicketState = {
  status: TicketStatus;
  teamId: string | null;
  assigneeId: string | null;
  /** Moves also when staff work on the request without writing (an internal note), so that customers see life in it. */
  lastActivityAt: number;
  firstAnsweredAt: number | null;
  /** When the desk last answered, in writing or by the recap of a call. */
  answeredAt: number | null;
  /** What its requester's side wrote first after that; `null` where the desk wrote last. */
  waitingSince: number | null;
  resolvedAt: number | null;
  closedAt: number | null;
  /** Since when it is in its present status. */
  statusSince: number;
  /** The level of criticality, by its key; `null` until somebody has said. */
  criticality: string | null;
  /** What the requester answered when they graded it. */
  answers: CriticalityAnswers | null;
  complete: boolean;
  reproducible: boolean;
  /** Out of the way until then. */
  snoozedUntil: number | null;
  /** With whom it waits. */
  partner: string | null;
  /** The update it waits for. */
  release: string | null;
  closingReason: ClosingReason | null;
  /** The number of the request that goes on in its place. */
  duplicateOf: number | null;
  /** What its requester thinks of this resolution; opening it again takes that back. */
  rating: Rating | null;
  ratedAt: number | null;
  /** What the analysis has shown. */
  verdict: Verdict | null;
};

const RESOLVED: readonly TicketStatus[] = ['resolved', 'resolved_pending_release', 'closed'];

const SILENT: readonly TicketEvent['kind'][] = ['deadline', 'reminded', 'snoozed'];

/** Facts that Guichet notes for itself: nobody has worked on the request. */
const isSilent = (event: TicketEvent): boolean =>
  SILENT.includes(event.kind) || (event.kind === 'assigned' && event.data.left !== undefined);

const moved = (
  state: TicketState,
  { to, partner, release, reason, duplicateOf }: MovedData,
  at: number,
): TicketState => ({
  ...state,
  status: to,
  statusSince: at,
  closedAt: to === 'closed' ? at : null,
  resolvedAt: RESOLVED.includes(to) ? (state.resolvedAt ?? at) : null,
  partner: partner ?? null,
  release: release ?? null,
  closingReason: reason ?? null,
  duplicateOf: duplicateOf ?? null,
  snoozedUntil: null,
  rating: RESOLVED.includes(to) ? state.rating : null,
  ratedAt: RESOLVED.includes(to) ? state.ratedAt : null,
});

const answered = (state: TicketState, at: number): TicketState => ({ ...state, answeredAt: at, waitingSince: null });

const after = (state: TicketState, event: TicketEvent): TicketState => {
  switch (event.kind) {
    case 'replied':
      if (event.data.side === 'agent') {
        return { ...answered(state, event.at), firstAnsweredAt: state.firstAnsweredAt ?? event.at };
      }
      return { ...state, snoozedUntil: null, waitingSince: state.waitingSince ?? event.at };
    case 'call':
      return event.data.messageId ? answered(state, event.at) : state;
    case 'routed':
      return { ...state, teamId: event.data.teamId };
    case 'assigned':
      return { ...state, assigneeId: event.data.assigneeId };
    case 'moved':
      return moved(state, event.data, event.at);
    case 'graded':
      return { ...state, criticality: event.data.level, answers: event.data.answers ?? state.answers };
    case 'marked':
      return { ...state, [event.data.mark]: event.data.on };
    case 'snoozed':
      return { ...state, snoozedUntil: event.data.until };
    case 'woken':
    // What slept until the incident is over has nothing more to sleep for.
    case 'proposed':
      return { ...state, snoozedUntil: null };
    case 'rated':
      return { ...state, rating: event.data.rating, ratedAt: event.at };
    case 'judged':
      return { ...state, verdict: event.data.verdict };
    default:
      return state;
  }
};

const apply = (state: TicketState, event: TicketEvent): TicketState => {
  const lastActivityAt = isSilent(event) ? state.lastActivityAt : Math.max(state.lastActivityAt, event.at);
  return { ...after(state, event), lastActivityAt };
};

/** The places of the facts that were taken back. */
export const undoneIn = (events: readonly TicketEvent[]): ReadonlySet<number> =>
  new Set(events.flatMap((event) => (event.kind === 'undone' ? event.data.facts : [])));

/**
 * The facts that count: those that were taken back stand in the history and change nothing any more, neither the state
 * of the request nor its clocks.
 */
export const standing = (events: readonly TicketEvent[]): TicketEvent[] => {
  const undone = undoneIn(events);
  return undone.size === 0 ? [...events] : events.filter((_, place) => !undone.has(place));
};

/**
 * Folds a request's history, oldest first, into its present state: the one function that may say what the cached
 * columns contain. Throws a `RangeError` when the history does not begin with its opening, which is a bug.
 */
export const foldTicket = (events: readonly TicketEvent[]): TicketState => {
  const [first, ...rest] = standing(events);
  if (first?.kind !== 'opened') throw new RangeError('a history begins with its opening');
  const initial: TicketState = {
    status: 'submitted',
    teamId: null,
    assigneeId: null,
    lastActivityAt: first.at,
    firstAnsweredAt: null,
    answeredAt: null,
    waitingSince: first.at,
    resolvedAt: null,
    closedAt: null,
    statusSince: first.at,
    criticality: null,
    answers: null,
    complete: true,
    reproducible: false,
    snoozedUntil: null,
    partner: null,
    release: null,
    closingReason: null,
    duplicateOf: null,
    rating: null,
    ratedAt: null,
    verdict: null,
  };
  return rest.reduce(apply, initial);
};
