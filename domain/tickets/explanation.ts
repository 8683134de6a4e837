import type { Phrase } from '../refusal';
import { type ClosingReason, pointsElsewhere } from './moves';
import type { TicketStatus } from './status';

/** Whether a request is the reader's own, or of somebody else whose request they may read. */
export type Whose = 'own' | 'other';

/** What of a request tells more than its status alone. */
export type StatusFacts = {
  status: TicketStatus;
  partner: string | null;
  plannedRelease: string | null;
  closingReason: ClosingReason | null;
  /** The request that goes on in its place, where the reader may see it. */
  duplicateOf?: number | null;
  /** Its number, where the reader is only in copy of it: it is not theirs, and they may follow several. */
  followed?: number | null;
  /** Whose it is on a page, which shows one request: the reader's own where nothing else is said. */
  whose?: Whose;
};

/** The same to somebody in copy, who is told which request it is about and never that it is theirs. */
const followedOf = (
  { status, partner, plannedRelease, closingReason, duplicateOf }: StatusFacts,
  number: string,
): Phrase => {
  const key = `tickets.status.${status}`;
  if (status === 'waiting_partner' && partner) return { key: `${key}.followedNamed`, data: { number, partner } };
  if (status === 'resolved_pending_release' && plannedRelease) {
    return { key: `${key}.followedNamed`, data: { number, release: plannedRelease } };
  }
  if (status === 'closed' && pointsElsewhere(closingReason) && duplicateOf) {
    return { key: `tickets.closing.${closingReason}.followedNamed`, data: { number, into: String(duplicateOf) } };
  }
  if (status === 'closed' && closingReason)
    return { key: `tickets.closing.${closingReason}.followed`, data: { number } };
  return { key: `${key}.followed`, data: { number } };
};

/** Where a request stands, explained to the customer in a sentence: with whom it waits, for which update, why it was closed. */
export const explanationOf = (facts: StatusFacts): Phrase => {
  const { status, partner, plannedRelease, closingReason, duplicateOf, followed, whose = 'own' } = facts;
  if (followed) return followedOf(facts, String(followed));
  const key = `tickets.status.${status}`;
  if (status === 'waiting_partner' && partner) return { key: `${key}.explanationNamed`, data: { partner } };
  if (status === 'resolved_pending_release' && plannedRelease) {
    return { key: `${key}.explanationNamed`, data: { release: plannedRelease } };
  }
  if (status === 'closed' && pointsElsewhere(closingReason) && duplicateOf) {
    return { key: `tickets.closing.${closingReason}.explanationNamed`, data: { number: String(duplicateOf) } };
  }
  if (status === 'closed' && closingReason)
    return { key: `tickets.closing.${closingReason}.explanation`, data: { whose } };
  return { key: `${key}.explanation`, data: { whose } };
};
