import { z } from 'zod';
import { database } from '@/db/client';
import { visibleTicket } from '@/db/tickets/queries';
import { countTicketEvents } from '@/db/tickets/undo';
import { type Actor, granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { Refusal } from '@/domain/refusal';
import { othersPresent, PRESENCE_MS, type Present } from '@/domain/tickets/presence';
import { hangBell, watch as watching } from '../kernel/watching';
import { bePresent, pagesAt } from './presence';
import { hearTickets } from './stirrings';

/** What the page of a request is told. */
type Told =
  /** How many facts the request has by now, and whether it is closed; `anew` when there may be more to see than the facts tell. */
  | { kind: 'facts'; facts: number; closed: boolean; anew: boolean }
  /** The reader, who is still signed in, may not see the request, or not any more: nothing follows. */
  | { kind: 'gone' }
  /** Who else of the desk is there. */
  | { kind: 'present'; people: Present[] };

/** How the request stands; `null` when the actor may not see it, or not any more. */
const standingFor = async (actor: Actor, number: number) => {
  try {
    const { id, status } = await visibleTicket(database(), actor, number);
    return { facts: await countTicketEvents(database(), id), closed: status === 'closed' };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

const isOfDesk = (actor: Actor): boolean => worksOnTickets(granteeOf(actor));

/**
 * Tells the page of a request when to look again, and the desk who else is there. Before each word the reader is looked
 * up anew: who lost the request is told that and nothing more, who lost their role or their session nothing at all, and
 * the stream ends. Who looks on from the desk is told to the desk alone.
 */
export const watch = watching({
  permission: 'tickets.watch',
  input: z.object({ number: z.number().int().positive(), tab: z.uuid(), place: z.enum(['desk', 'requests']) }),
  async *run({ input, call, signal, again }): AsyncGenerator<Told, void, undefined> {
    const { number, tab } = input;
    const bell = hangBell(signal);
    const stirred = { facts: true, anew: false };
    const stopHearing = await hearTickets((stir) => {
      if (stir && stir.number !== number) return;
      stirred.facts = true;
      if (!stir || stir.released) stirred.anew = true;
      bell.ring();
    });
    const reader = call.actor.kind === 'user' && input.place === 'desk' && isOfDesk(call.actor) ? call.actor : null;
    let presence: Awaited<ReturnType<typeof bePresent>> | null = null;
    let people = '';
    try {
      for (;;) {
        const actor = await again();
        const standing = await standingFor(actor, number);
        if (!standing && actor.kind === 'user') yield { kind: 'gone' };
        if (!standing || (reader && !isOfDesk(actor))) return;
        if (stirred.facts) {
          const { anew } = stirred;
          Object.assign(stirred, { facts: false, anew: false });
          yield { kind: 'facts', ...standing, anew };
        }
        if (reader) {
          presence ??= await bePresent({ number, tab, userId: reader.id, name: reader.name }, bell.ring);
          const others = othersPresent(pagesAt(number), reader.id, Date.now());
          if (JSON.stringify(others) !== people) yield { kind: 'present', people: others };
          people = JSON.stringify(others);
        }
        const heard = await bell.heard(PRESENCE_MS.again);
        if (heard === 'over') return;
        if (heard === 'quiet') await presence?.renew();
      }
    } finally {
      stopHearing();
      await presence?.leave();
    }
  },
});
