import { STATUS_RULES, type TicketStatus } from './status';

/** What a request may be tied to besides other requests: what is broken, and what is planned. */
export const TIE_KINDS = ['incident', 'theme'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** A tie, by the id of what the request is tied to. */
export type Tie = { to: TieKind; id: string };

/** Narrows a value from outside to a kind of tie. */
export const isTieKind = (value: unknown): value is TieKind => TIE_KINDS.some((kind) => kind === value);

/** The job that tells the requests of an incident of one of its updates. */
export const TELL_OF_INCIDENT_JOB = 'tickets.tellOfIncident';

/**
 * The incident whose end proposes to resolve a request: the one of its incidents that ended last, once all of them are
 * over and as long as there is something to do; `null` where nothing is proposed.
 */
export const proposedBy = <Incident extends { resolvedAt: Date | null }>(
  status: TicketStatus,
  incidents: readonly Incident[],
): Incident | null => {
  if (STATUS_RULES[status].clock === 'stopped') return null;
  const ended = incidents.flatMap((incident) =>
    incident.resolvedAt ? [{ incident, at: incident.resolvedAt.getTime() }] : [],
  );
  if (ended.length < incidents.length) return null;
  return ended.toSorted((a, b) => b.at - a.at)[0]?.incident ?? null;
};
