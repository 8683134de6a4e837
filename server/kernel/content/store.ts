import { statSync } from 'node:fs';
import type { Locale } from '@/domain/people/locale';
import { standInsOf } from './arrange';
import { snapshotFile } from './folders';
import type { ContentType } from './front-matter';
import type { Redirect } from './redirects';
import { EMPTY_SNAPSHOT, type Entry, type MediaEntry, readSnapshot, type Snapshot } from './snapshot';

type EntryOf<T extends ContentType> = Extract<Entry, { type: T }>;

/** What is published, arranged for the questions pages ask. */
export type Store = {
  version: string;
  list: <T extends ContentType>(locale: Locale, type: T) => readonly EntryOf<T>[];
  byKey: <T extends ContentType>(locale: Locale, type: T, key: string) => EntryOf<T> | null;
  media: Readonly<Record<string, MediaEntry>>;
  redirects: ReadonlyMap<string, Redirect>;
};

const arrange = (snapshot: Snapshot): Store => {
  const lists = new Map<string, Entry[]>();
  const keys = new Map<string, Entry>();
  for (const entry of [...snapshot.entries, ...standInsOf(snapshot.entries)]) {
    const name = `${entry.locale}:${entry.type}`;
    const list = lists.get(name) ?? [];
    list.push(entry);
    lists.set(name, list);
    keys.set(`${name}:${entry.key}`, entry);
  }
  return {
    version: snapshot.version,
    list: <T extends ContentType>(locale: Locale, type: T) =>
      (lists.get(`${locale}:${type}`) ?? []) as unknown as readonly EntryOf<T>[],
    byKey: <T extends ContentType>(locale: Locale, type: T, key: string) =>
      (keys.get(`${locale}:${type}:${key}`) ?? null) as EntryOf<T> | null,
    media: snapshot.media,
    redirects: new Map(snapshot.redirects.map((redirect) => [redirect.from, redirect])),
  };
};

/** How long a look at the file is good for, in ms: a page asks the store many times in one render. */
const LOOK_MS = 50;

type Loaded = { store: Store; from: string; lookedAt: number };

// Kept on globalThis: Next bundles pages and routes apart, and verbs run beside both. Of 10,000 articles each would hold its own.
const holder = globalThis as typeof globalThis & { guichetContent?: Loaded };

/** Lets the next look at what is published be a new one, after this process published. */
export const lookAgain = (): void => {
  if (holder.guichetContent) holder.guichetContent.lookedAt = 0;
};

/**
 * What is published now. The snapshot is replaced as a whole by the builder, here or in another process; a look at
 * its time and length on disk tells when to read it anew, so a publication is live at once and nothing restarts.
 */
export const currentStore = (): Store => {
  holder.guichetContent ??= { store: arrange(EMPTY_SNAPSHOT), from: '', lookedAt: 0 };
  const loaded = holder.guichetContent;
  const now = Date.now();
  if (now - loaded.lookedAt < LOOK_MS) return loaded.store;
  loaded.lookedAt = now;
  const file = snapshotFile();
  const state = statSync(file, { throwIfNoEntry: false });
  const stamp = state ? `${file}:${state.ino}:${state.mtimeMs}:${state.size}` : '';
  if (stamp === loaded.from || !state) return loaded.store;
  const snapshot = readSnapshot(file);
  if (snapshot !== EMPTY_SNAPSHOT) loaded.store = arrange(snapshot);
  loaded.from = stamp;
  return loaded.store;
};
