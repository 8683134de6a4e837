import type { TicketStatus } from './status';

/** Why a request was closed. */
export const CLOSING_REASONS = [
  'solved',
  'no_answer',
  'duplicate',
  'merged',
  'works_as_designed',
  'not_reproducible',
  'out_of_scope',
  'withdrawn',
  'spam',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** What a move may have to say besides where it leads. */
export type MoveData = {
  /** With whom a request waits. */
  partner?: string;
  /** The update that will carry the fix: a version, a date, as the desk calls it. */
  release?: string;
  reason?: ClosingReason;
  /** The number of the request that goes on in its place. */
  duplicateOf?: number;
  /** What was tried before others were asked, and what is asked of them: kept in an internal note, never in the fact. */
  tried?: string;
  asked?: string;
};
export type MoveField = keyof MoveData;

/** Statuses in which people other than the first level work on a request: each is reached with a note of its own. */
export const HANDOVERS = ['escalated', 'in_development'] as const satisfies readonly TicketStatus[];
export type Handover = (typeof HANDOVERS)[number];

/** What the people are told who take a request over. */
export type HandoverNote = { to: Handover; tried: string; asked: string };

/** Whether a move to this status hands the request over to the second level or to engineering. */
export const isHandover = (to: TicketStatus): to is Handover => HANDOVERS.some((status) => status === to);

/** What each move has to say, by where it leads. Nothing is asked of moves to the other statuses. */
const NEEDS: Partial<Record<TicketStatus, MoveField>> = {
  waiting_partner: 'partner',
  resolved_pending_release: 'release',
  closed: 'reason',
};

/** Reasons that point to another request. */
const POINTING = ['duplicate', 'merged'] as const satisfies readonly ClosingReason[];
export type PointingReason = (typeof POINTING)[number];

/** Whether a request closed for this reason goes on in another one. */
export const pointsElsewhere = (reason: unknown): reason is PointingReason => POINTING.some((one) => one === reason);

/** Narrows a value from outside to a reason. */
export const isClosingReason = (value: unknown): value is ClosingReason =>
  CLOSING_REASONS.some((reason) => reason === value);

/** What a move to a status must say, in the order in which a form asks for it. */
export const moveNeeds = (to: TicketStatus, data: MoveData = {}): MoveField[] => {
  if (isHandover(to)) return ['tried', 'asked'];
  const need = NEEDS[to];
  if (!need) return [];
  return need === 'reason' && pointsElsewhere(data.reason) ? ['reason', 'duplicateOf'] : [need];
};

/** What of it is missing. */
export const missingIn = (to: TicketStatus, data: MoveData): MoveField[] =>
  moveNeeds(to, data).filter((field) => !data[field]);

/** Only what a move to this status says: what belongs to other moves is left out, so that no fact holds what was not meant. */
export const relevantIn = (to: TicketStatus, data: MoveData): MoveData => {
  const needs = moveNeeds(to, data);
  return Object.fromEntries(Object.entries(data).filter(([field]) => needs.includes(field as MoveField)));
};

/** Closed for a reason that says nothing about how the work was done: no deadline is kept or missed by it. */
export const withoutVerdict = (reason: ClosingReason | null): boolean =>
  reason === 'duplicate' || reason === 'merged' || reason === 'spam' || reason === 'withdrawn';

/** Whether the requester is told that it was closed: spam hears nothing. */
export const tellsOfClosing = (reason: ClosingReason | null): boolean => reason !== 'spam';
