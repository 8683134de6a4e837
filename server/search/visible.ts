import type { Reader } from '@/db/client';
import { type IndexState, visibleRequests } from '@/db/search/queries';
import type { Actor } from '@/domain/access/actor';

/** Whoever types a query asks several times within it; in ms. */
const GOOD_FOR_MS = 20_000;
/** More numbers than this are not kept, of all people together. */
const MOST_KEPT = 500_000;

type Known = { at: number; name: string; numbers: readonly number[] };

const known = new WeakMap<Reader, Map<string, Known>>();

const nameOf = (actor: Actor, { generation, lastDocument }: IndexState): string =>
  JSON.stringify([generation, lastDocument, actor.kind === 'user' ? [actor.role, actor.memberships] : actor.kind]);

const keep = (people: Map<string, Known>, who: string, value: Known): void => {
  people.delete(who);
  people.set(who, value);
  let held = 0;
  for (const { numbers } of people.values()) held += numbers.length + 1;
  for (const [oldest, { numbers }] of people) {
    if (held <= MOST_KEPT) return;
    people.delete(oldest);
    held -= numbers.length + 1;
  }
};

/**
 * The numbers of the indexed requests that a person may see, newest first, as they were some seconds ago: asked anew
 * when a document was added or what the person belongs to has changed. Good for ranking only; what is shown is asked for
 * by the row rule once more.
 */
export const visibleFor = async (db: Reader, actor: Actor, state: IndexState): Promise<readonly number[]> => {
  const people = known.get(db) ?? new Map<string, Known>();
  known.set(db, people);
  const who = actor.kind === 'user' ? actor.id : actor.kind;
  const name = nameOf(actor, state);
  const held = people.get(who);
  if (held && held.name === name && Date.now() - held.at < GOOD_FOR_MS) return held.numbers;
  const numbers = await visibleRequests(db, actor, state.generation);
  keep(people, who, { at: Date.now(), name, numbers });
  return numbers;
};
