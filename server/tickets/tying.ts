import { z } from 'zod';
import type { Tx } from '@/db/client';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { deleteTie, insertTie, isTieable, tieIdsOf } from '@/db/tickets/ties';
import type { Actor } from '@/domain/access/actor';
import { invalidField } from '@/domain/refusal';
import { TIE_KINDS, type Tie } from '@/domain/tickets/ties';
import { actorId } from './progress';

type Tying = { tx: Tx; actor: Actor; now: Date };
type Tied = Pick<Ticket, 'id'>;

/** A request, and what it is to be tied to: chosen from a list, so what is no id is no choice. */
export const tieFields = z.object({
  number: z.coerce.number().int().positive(),
  to: z.enum(TIE_KINDS),
  id: z.uuid('errors.choice'),
});

/** How a tie stands in the log: by the name of what the request is tied to. */
export const tieFacts = ({ to, id }: Tie): Record<string, string> => ({ [to]: id });

/**
 * Ties a request to an incident or a theme, with a fact in its history; answers whether it was not tied so yet. The caller
 * recomputes the row. Refuses (`invalid`, beside `id`) what is not there.
 */
export const tieTicket = async ({ tx, actor, now }: Tying, ticket: Tied, { to, id }: Tie): Promise<boolean> => {
  if (!(await isTieable(tx, { to, id }))) throw invalidField('id', `errors.notFound.${to}`);
  const by = actorId(actor);
  const fresh = await insertTie(tx, ticket.id, { to, id }, { by, now });
  if (fresh) await appendTicketEvent(tx, ticket.id, { at: now.getTime(), actorId: by, kind: 'tied', data: { to, id } });
  return fresh;
};

/** Takes a tie away, with a fact in the history; answers whether there was one. The caller recomputes the row. */
export const untieTicket = async ({ tx, actor, now }: Tying, ticket: Tied, { to, id }: Tie): Promise<boolean> => {
  const gone = await deleteTie(tx, ticket.id, { to, id });
  const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'untied' as const };
  if (gone) await appendTicketEvent(tx, ticket.id, { ...fact, data: { to, id } });
  return gone;
};

/**
 * Ties a request to all that another one is tied to, which goes on in it; answers what is new to it. The caller recomputes
 * the row.
 */
export const passTiesOn = async (context: Tying, from: Tied, to: Tied): Promise<Tie[]> => {
  const passed: Tie[] = [];
  for (const tie of await tieIdsOf(context.tx, from.id)) if (await tieTicket(context, to, tie)) passed.push(tie);
  return passed;
};
