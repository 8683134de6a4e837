import { z } from 'zod';
import { granteeOf } from '@/domain/access/actor';
import { worksOnTickets } from '@/domain/access/grants';
import { othersPresent, type Present } from '@/domain/tickets/presence';
import { hangBell, watch } from '../kernel/watching';
import { hearPresence, pagesAt, placesTaken } from './presence';
import { hearTickets } from './stirrings';

/** How often the role of who listens is looked up where nothing happens, in milliseconds. */
const LOOK_AGAIN_MS = 25_000;
/** A busy desk is told of all that has changed in so many milliseconds at once. */
const GATHER_MS = 1_000;

/** What the desk's list is told. */
type Told =
  /** Which requests have changed, by number; `null` where any may have. */
  | { kind: 'stirred'; numbers: number[] | null }
  /** Who has which requests open. */
  | { kind: 'present'; at: { number: number; people: Present[] }[] };

const presentFor = (readerId: string) =>
  [...placesTaken()].flatMap((number) => {
    const people = othersPresent(pagesAt(number), readerId, Date.now());
    return people.length > 0 ? [{ number, people }] : [];
  });

/** Tells the desk's list which requests have changed, and which of them colleagues have open. Ends when the reader's role does. */
export const watchQueue = watch({
  permission: 'tickets.watchQueue',
  input: z.object({}),
  async *run({ signal, again }): AsyncGenerator<Told, void, undefined> {
    const bell = hangBell(signal);
    const rest = hangBell(signal);
    const numbers = new Set<number>();
    // The page was drawn a moment ago: what happened in between is not known.
    let missed = true;
    let present = '[]';
    const stops = await Promise.all([
      hearPresence(bell.ring),
      hearTickets((stir) => {
        // The desk has seen what was held back from the beginning.
        if (stir?.released) return;
        if (stir) numbers.add(stir.number);
        else missed = true;
        bell.ring();
      }),
    ]);
    try {
      for (;;) {
        const actor = await again();
        if (actor.kind !== 'user' || !worksOnTickets(granteeOf(actor))) return;
        if (missed || numbers.size > 0) {
          const stirred = missed ? null : [...numbers];
          missed = false;
          numbers.clear();
          yield { kind: 'stirred', numbers: stirred };
        }
        const at = presentFor(actor.id);
        if (JSON.stringify(at) !== present) {
          present = JSON.stringify(at);
          yield { kind: 'present', at };
        }
        if ((await rest.heard(GATHER_MS)) === 'over' || (await bell.heard(LOOK_AGAIN_MS)) === 'over') return;
      }
    } finally {
      for (const stop of stops) stop();
    }
  },
});
