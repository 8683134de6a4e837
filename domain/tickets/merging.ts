import { type MergedData, type TicketEvent, undoneIn } from './history';
import type { Tie } from './ties';

/** What there is to take back of a merge: the places of its facts in both histories, and what it left behind. */
export type Merge = { at: number; ticketFacts: number[]; targetFacts: number[]; left: MergedData | null };

const lastStanding = (
  events: readonly TicketEvent[],
  holds: (event: TicketEvent) => boolean,
): { event: TicketEvent; place: number } | null => {
  const undone = undoneIn(events);
  const place = events.findLastIndex((event, index) => !undone.has(index) && holds(event));
  const event = events[place];
  return event ? { event, place } : null;
};

const isAmong = (ties: readonly Tie[] | undefined, { to, id }: Tie): boolean =>
  (ties ?? []).some((tie) => tie.to === to && tie.id === id);

/**
 * Finds the merge that closed a request, in its own history and in that of the request it goes on in; `null` where it was
 * closed in another way. `number` is the request's own. Closings from before links were kept leave nothing behind.
 */
export const mergeIn = (own: readonly TicketEvent[], target: readonly TicketEvent[], number: number): Merge | null => {
  const closing = lastStanding(own, ({ kind }) => kind === 'moved');
  if (closing?.event.kind !== 'moved' || !closing.event.data.duplicateOf) return null;
  const { at } = closing.event;
  const merged = lastStanding(target, (event) => event.kind === 'merged' && event.data.other === number);
  const left = merged?.event.kind === 'merged' && merged.event.at === at ? merged.event.data : null;
  if (!left || !merged) return { at, ticketFacts: [closing.place], targetFacts: [], left: null };
  const linking = (events: readonly TicketEvent[]): number[] => {
    const found = left.linked ? lastStanding(events, (event) => event.kind === 'linked' && event.at === at) : null;
    return found ? [found.place] : [];
  };
  const undone = undoneIn(target);
  const tying = target.flatMap((event, place) =>
    event.kind === 'tied' && event.at === at && !undone.has(place) && isAmong(left.tied, event.data) ? [place] : [],
  );
  return {
    at,
    ticketFacts: [closing.place, ...linking(own)],
    targetFacts: [...linking(target), ...tying, merged.place],
    left,
  };
};
