import type { Reader } from '@/db/client';
import { updateWords } from '@/db/tickets/incident-news';
import { tieTitles } from '@/db/tickets/ties';
import type { TicketEvent } from '@/domain/tickets/history';
import type { Tie } from '@/domain/tickets/ties';

/** What a fact speaks of besides the request. */
const tieIn = (event: TicketEvent): Tie[] => {
  if (event.kind === 'tied' || event.kind === 'untied') return [event.data];
  if (event.kind === 'incident' || event.kind === 'proposed') return [{ to: 'incident', id: event.data.incidentId }];
  return [];
};

/**
 * What the history of a request says of incidents and themes: their titles, and the words of updates, by their ids. All of it
 * is public, so that every reader of the request may read it.
 */
export const toldOfTies = async (db: Reader, history: readonly TicketEvent[]) => {
  const updates = history.flatMap((event) => (event.kind === 'incident' ? [event.data.updateId] : []));
  const [titles, words] = await Promise.all([tieTitles(db, history.flatMap(tieIn)), updateWords(db, updates)]);
  return { titles: Object.fromEntries(titles), words: Object.fromEntries(words) };
};
