import type { Reader } from '@/db/client';
import { type Ticket, visibleTicket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { Call } from '../kernel/call';
import { once } from '../kernel/once';

/** The request that a reading verb is about, through the actor; read once for all verbs of a call. Throws `not-found`. */
export const seenTicket = (
  { db, actor, call }: { db: Reader; actor: Actor; call: Call },
  number: number,
): Promise<Ticket> => once(call, `ticket ${number}`, () => visibleTicket(db, actor, number));
