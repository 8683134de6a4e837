import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { database, type Reader } from '@/db/client';
import { notify } from '@/db/kernel/queries';
import { PRESENCE_MS, type Presence } from '@/domain/tickets/presence';
import { hear } from '../kernel/channels';

/** The channel on which processes tell each other who of the desk has which request open. */
const PRESENCE_CHANNEL = 'guichet_presence';

const toldHere = z.object({
  kind: z.literal('here'),
  from: z.string(),
  number: z.number(),
  tab: z.string(),
  userId: z.string(),
  name: z.string(),
  writesUntil: z.number(),
  /** Somebody has just come: who else is there says so again. */
  asks: z.boolean(),
});
const toldGone = z.object({ kind: z.literal('gone'), number: z.number(), tab: z.string(), userId: z.string() });
const told = z.discriminatedUnion('kind', [toldHere, toldGone]);

type Here = z.infer<typeof toldHere>;
/** A page of somebody of the desk at one request. */
export type Place = Pick<Here, 'number' | 'tab' | 'userId' | 'name'>;

type Table = {
  process: string;
  pages: Map<number, Map<string, Presence>>;
  /** The pages whose streams this process holds. */
  own: Map<string, Place>;
  changed: Set<(number: number) => void>;
  listening: Promise<unknown> | undefined;
};

// In memory, with signs that hold for a minute: no row that stays for ever where a process ends without a word. Kept on
// globalThis, since Next bundles each route apart.
const holder = globalThis as typeof globalThis & { guichetPresence?: Table };

const table = (): Table => {
  holder.guichetPresence ??= {
    process: randomUUID(),
    pages: new Map(),
    own: new Map(),
    changed: new Set(),
    listening: undefined,
  };
  return holder.guichetPresence;
};

const sayHere = (db: Reader, place: Place, writesUntil: number, asks: boolean): Promise<void> => {
  const { number, tab, userId, name } = place;
  const message: Here = { kind: 'here', from: table().process, number, tab, userId, name, writesUntil, asks };
  return notify(db, PRESENCE_CHANNEL, JSON.stringify(message));
};

const writesUntilOf = ({ number, tab }: Place): number => table().pages.get(number)?.get(tab)?.writesUntil ?? 0;

/** Forgets pages that gave no sign, wherever they were: those of a process that died are told of by nobody. */
const sweep = (all: Table['pages'], now: number): void => {
  for (const [number, pages] of all) {
    for (const [tab, { until }] of pages) if (until <= now) pages.delete(tab);
    if (pages.size === 0) all.delete(number);
  }
};

const note = (message: z.infer<typeof told>, now: number): void => {
  const { pages: all } = table();
  const pages = all.get(message.number) ?? new Map<string, Presence>();
  const known = pages.get(message.tab);
  // A page is its owner's: nobody speaks for another.
  if (known && known.userId !== message.userId) return;
  if (message.kind === 'gone') pages.delete(message.tab);
  else {
    const { tab, userId, name, writesUntil } = message;
    pages.set(tab, { tab, userId, name, writesUntil, until: now + PRESENCE_MS.holds });
  }
  all.set(message.number, pages);
  sweep(all, now);
};

const onMessage = (text: string): void => {
  const message = told.parse(JSON.parse(text));
  const { process, own, changed } = table();
  note(message, Date.now());
  for (const tell of changed) tell(message.number);
  if (message.kind !== 'here' || !message.asks || message.from === process) return;
  for (const place of own.values()) {
    if (place.number === message.number) void sayHere(database(), place, writesUntilOf(place), false).catch(() => null);
  }
};

/** Who has a request open, as this process has heard; expired signs are for the reader to leave out. */
export const pagesAt = (number: number): Iterable<Presence> => table().pages.get(number)?.values() ?? [];

/** The requests that somebody has open, by their numbers. */
export const placesTaken = (): Iterable<number> => table().pages.keys();

/** Hears at which request somebody comes, goes, or begins to write, until the returned function is called. */
export const hearPresence = async (onChange: (number: number) => void): Promise<() => void> => {
  const { changed } = table();
  changed.add(onChange);
  table().listening ??= hear(PRESENCE_CHANNEL, { onMessage, onMissed: () => undefined });
  await table().listening;
  return () => {
    changed.delete(onChange);
  };
};

/**
 * Somebody of the desk has opened a request: tells all processes, again and again through `renew`, until `leave`.
 * `onChange` is called when somebody comes, goes, or begins to write there.
 */
export const bePresent = async (
  place: Place,
  onChange: () => void,
): Promise<{ renew: () => Promise<void>; leave: () => Promise<void> }> => {
  const { own } = table();
  const stopHearing = await hearPresence((number) => {
    if (number === place.number) onChange();
  });
  own.set(place.tab, place);
  const leave = async (): Promise<void> => {
    stopHearing();
    own.delete(place.tab);
    const { number, tab, userId } = place;
    // Where the database is away, the sign runs out by itself.
    await notify(database(), PRESENCE_CHANNEL, JSON.stringify({ kind: 'gone', number, tab, userId })).catch(() => null);
  };
  try {
    await sayHere(database(), place, 0, true);
  } catch (error) {
    await leave();
    throw error;
  }
  return { renew: () => sayHere(database(), place, writesUntilOf(place), false), leave };
};

/** Says that somebody writes, or has stopped writing, in a page of theirs. `now` in epoch milliseconds. */
export const sayWriting = (db: Reader, place: Place, writes: boolean, now: number): Promise<void> =>
  sayHere(db, place, writes ? now + PRESENCE_MS.writes : 0, false);
