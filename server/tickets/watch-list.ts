import { z } from 'zod';
import { database } from '@/db/client';
import { withinView } from '@/db/tickets/customer-list';
import type { Actor } from '@/domain/access/actor';
import { LIST_SCOPES, type ListScope } from '@/domain/tickets/list';
import { hangBell, watch } from '../kernel/watching';
import { hearTickets, type Stir } from './stirrings';

/** How often it is looked up who listens where nothing happens, in milliseconds. */
const LOOK_AGAIN_MS = 25_000;
/** What has changed in so many milliseconds is told at once. */
const GATHER_MS = 1_000;
/** After more changes than these the whole list is looked at anyway. */
const MOST_NUMBERS = 200;

/** What a customer's list is told: which of its requests have changed, by number; `null` where any may have. */
type Told = { numbers: number[] | null };

/** Whether a change can be of a reader's view at all: most are not, and then nobody needs to be looked up. */
const mayConcern = (reader: Actor, scope: ListScope, { requesterId, organisationId }: Stir): boolean => {
  if (reader.kind !== 'user') return false;
  if (scope === 'own') return requesterId === null || requesterId === reader.id;
  if (scope === 'followed') return true;
  return reader.memberships.some((membership) => membership.organisationId === organisationId);
};

const rightsOf = (actor: Actor): string => JSON.stringify(actor.kind === 'user' ? actor.memberships : null);

/**
 * Tells a list of *Mes demandes* which of its requests have changed. Before each word the reader is looked up anew, and the
 * changes are held against what their view holds now; where they have come to see more or less, all of it may have changed.
 * Ends with the session.
 */
export const watchList = watch({
  permission: 'tickets.watchList',
  input: z.object({ scope: z.enum(LIST_SCOPES).default('own') }),
  async *run({ input: { scope }, call, signal, again }): AsyncGenerator<Told, void, undefined> {
    const bell = hangBell(signal);
    const rest = hangBell(signal);
    const numbers = new Set<number>();
    let reader = call.actor;
    // The page was drawn a moment ago: what happened in between is not known.
    let missed = true;
    const stopHearing = await hearTickets((stir) => {
      if (stir && !mayConcern(reader, scope, stir)) return;
      // What has left a view is not in it any more: it cannot be told by its number.
      const hasLost = stir !== null && reader.kind === 'user' && stir.leftBy === reader.id;
      if (stir && !hasLost && numbers.size < MOST_NUMBERS) numbers.add(stir.number);
      else missed = true;
      bell.ring();
    });
    try {
      for (;;) {
        const actor = await again();
        if (actor.kind !== 'user') return;
        const isAny = missed || rightsOf(actor) !== rightsOf(reader);
        const stirred = [...numbers];
        reader = actor;
        missed = false;
        numbers.clear();
        const told = isAny ? null : await withinView(database(), actor, scope, stirred);
        if (told === null || told.length > 0) yield { numbers: told };
        if ((await rest.heard(GATHER_MS)) === 'over' || (await bell.heard(LOOK_AGAIN_MS)) === 'over') return;
      }
    } finally {
      stopHearing();
    }
  },
});
