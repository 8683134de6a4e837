import type { Tx } from '@/db/client';
import { isTeamMember, takeTurn, teamById } from '@/db/teams/queries';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField, Refusal } from '@/domain/refusal';
import { actorId } from './progress';

/** What giving a request needs of its verb. */
export type Routing = { tx: Tx; actor: Actor; now: Date };
type Routed = Pick<Ticket, 'id' | 'teamId' | 'assigneeId'>;

/** The team of that id, if requests may be given to it; refuses (`invalid`, field `teamId`) others. */
const openTeam = async (tx: Tx, teamId: string): Promise<void> => {
  const team = await teamById(tx, teamId).catch((error: unknown) => {
    throw error instanceof Refusal ? invalidField('teamId', 'errors.choice') : error;
  });
  if (!team.active) throw invalidField('teamId', 'errors.teamAside');
};

/**
 * Gives a request to a team, or takes it out of one (`null`), and answers who has it then. `in turn`, somebody outside the
 * new team does not keep it, and whoever is next in turn there gets it, if the team gives in turn; `by name`, the caller
 * says who has it, and nobody's turn is taken. Does nothing where it is there already. The caller recomputes the row.
 * Refuses (`invalid`, field `teamId`) a team that does not exist or is set aside.
 */
export const routeTicket = async (
  { tx, actor, now }: Routing,
  ticket: Routed,
  teamId: string | null,
  giving: 'in turn' | 'by name' = 'in turn',
): Promise<string | null> => {
  if (ticket.teamId === teamId) return ticket.assigneeId;
  if (teamId) await openTeam(tx, teamId);
  const fact = { at: now.getTime(), actorId: actorId(actor) };
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'routed', data: { teamId } });
  if (!teamId || giving === 'by name') return ticket.assigneeId;
  if (ticket.assigneeId && (await isTeamMember(tx, teamId, ticket.assigneeId))) return ticket.assigneeId;
  const next = await takeTurn(tx, teamId, now);
  if (next !== ticket.assigneeId) {
    await appendTicketEvent(tx, ticket.id, {
      ...fact,
      kind: 'assigned',
      data: { assigneeId: next, ...(next ? { inTurn: true as const } : {}) },
    });
  }
  return next;
};
