import { type Database, listen, ownDatabase, type Reader } from './client';

/** The channels on which every process hears that something it may have remembered has changed, and for how long (ms) it keeps it at most. */
const SUBJECTS = {
  /** How the house works: levels, calendars, policies, settings, teams, absences, canned replies, portals, types. Its tables tell of themselves (triggers of migration 0030). */
  house: { channel: 'guichet_house', atMostMs: 600_000 },
  /** What requests there are to do; some of it also changes with time alone. */
  desk: { channel: 'guichet_tickets', atMostMs: 5_000 },
} as const;

/** What can be remembered until it changes. */
export type Subject = keyof typeof SUBJECTS;

type Known = { value: Promise<unknown>; until: number };
type Memory = { known: Map<string, Known>; hears: boolean; asked: boolean };

/** More answers than this of one subject, and the oldest is forgotten. */
const MOST_KNOWN = 1_000;

// Kept on globalThis: Next bundles this file apart from the worker and the front, and all of them forget together.
const holder = globalThis as typeof globalThis & { guichetRemembered?: WeakMap<Database, Map<Subject, Memory>> };

const memoryOf = (db: Database, subject: Subject): Memory => {
  holder.guichetRemembered ??= new WeakMap();
  const memories = holder.guichetRemembered.get(db) ?? new Map<Subject, Memory>();
  holder.guichetRemembered.set(db, memories);
  const memory = memories.get(subject) ?? { known: new Map(), hears: false, asked: false };
  memories.set(subject, memory);
  return memory;
};

/** Nothing is remembered before its changes are heard of. */
const hear = (subject: Subject, memory: Memory): void => {
  if (memory.asked) return;
  memory.asked = true;
  const forgotten = (): void => memory.known.clear();
  const connected = (): void => {
    forgotten();
    memory.hears = true;
  };
  listen(SUBJECTS[subject].channel, forgotten, connected).catch(() => {
    // The database is away: whoever asks it is told so, and the next to ask tries again.
    memory.asked = false;
  });
};

/** Forgets what was remembered in this process: whoever has just changed something must see it at once. */
export const forget = (subject: Subject): void => {
  const own = ownDatabase();
  if (own) memoryOf(own, subject).known.clear();
};

/**
 * Remembers what was read from the process's own database until its subject changes, which Postgres tells every process
 * at commit. Inside a transaction it is always read, and on any other database. What is answered is shared: nobody
 * changes it. `name` names what is read, with all it depends on.
 */
export const remembered = async <Value>(
  subject: Subject,
  name: string,
  db: Reader,
  read: () => Promise<Value>,
): Promise<Value> => {
  const own = ownDatabase();
  return own && db === own ? recall(own, subject, name, read, true) : read();
};

/**
 * The same, for what transactions go by and none of them changes that reads it here: what is known is taken inside a
 * transaction, too, and what is not is read by it and not remembered, since nobody else may see what it sees.
 */
export const rememberedThroughout = async <Value>(
  subject: Subject,
  name: string,
  db: Reader,
  read: () => Promise<Value>,
): Promise<Value> => {
  const own = ownDatabase();
  return own ? recall(own, subject, name, read, db === own) : read();
};

const recall = async <Value>(
  own: Database,
  subject: Subject,
  name: string,
  read: () => Promise<Value>,
  keeps: boolean,
): Promise<Value> => {
  const memory = memoryOf(own, subject);
  hear(subject, memory);
  if (!memory.hears) return read();
  const { known } = memory;
  const found = known.get(name);
  if (found && found.until > Date.now()) return found.value as Promise<Value>;
  const value = read();
  if (!keeps) return value;
  known.delete(name);
  known.set(name, { value, until: Date.now() + SUBJECTS[subject].atMostMs });
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  // A reading that failed is nothing to remember.
  value.catch(() => {
    if (known.get(name)?.value === value) known.delete(name);
  });
  return value;
};
