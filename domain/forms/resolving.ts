import type { ClosingReason } from '../tickets/moves';
import type { Party, TicketStatus } from '../tickets/status';

/** What a type of request may ask of the desk before one of its requests is resolved. */
export const RESOLVE_NEEDS = ['verdict', 'tags', 'criticality', 'assignee'] as const;
export type ResolveNeed = (typeof RESOLVE_NEEDS)[number];

/** What the desk has said of a request. */
export type Documented = {
  verdict: string | null;
  tags: number;
  criticality: string | null;
  assigneeId: string | null;
};

/** Closing for one of these says how the work ended, as resolving does. */
const ENDING: readonly ClosingReason[] = ['solved', 'works_as_designed', 'not_reproducible'];

/** Whether a move ends the work of the desk; customers may call their own matter resolved without more. */
export const endsWork = (to: TicketStatus, by: Party, reason: ClosingReason | undefined): boolean => {
  if (by !== 'agent') return false;
  if (to === 'closed') return reason !== undefined && ENDING.includes(reason);
  return to === 'resolved' || to === 'resolved_pending_release';
};

/** What is still to be said of it, in the order of the tuple. */
export const unsaid = (needs: readonly ResolveNeed[], said: Documented): ResolveNeed[] => {
  const there: Record<ResolveNeed, boolean> = {
    verdict: said.verdict !== null,
    tags: said.tags > 0,
    criticality: said.criticality !== null,
    assignee: said.assigneeId !== null,
  };
  return RESOLVE_NEEDS.filter((need) => needs.includes(need) && !there[need]);
};
