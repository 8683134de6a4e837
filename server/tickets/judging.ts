import type { Tx } from '@/db/client';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { Verdict } from '@/domain/tickets/verdict';
import { actorId } from './progress';

/** Adds the verdict to the history, where it is a new one. The caller recomputes the row. */
export const judgeTicket = async (
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  ticket: Pick<Ticket, 'id' | 'verdict'>,
  verdict: Verdict | null,
): Promise<void> => {
  if (ticket.verdict === verdict) return;
  const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'judged' as const };
  await appendTicketEvent(tx, ticket.id, { ...fact, data: { verdict } });
};
