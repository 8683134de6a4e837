import { Refusal } from '@/domain/refusal';
import type { Call } from './call';

/** How often a reading verb may be called; counted in this process, per account or per address. */
export type Pace = { max: number; seconds: number };

type Count = { calls: number; until: number };

/** More callers than this in one window, and the oldest counts are forgotten. */
const MOST_CALLERS = 20_000;

// Kept on globalThis: Next bundles each route apart, and a page, its file and the verb itself are asked for the same thing.
const holder = globalThis as typeof globalThis & { guichetPaces?: Map<string, Count> };

const countsHere = (): Map<string, Count> => {
  holder.guichetPaces ??= new Map();
  return holder.guichetPaces;
};

/**
 * Counts a reading call and refuses (`too-many`) those beyond the pace. In memory, so that reading never waits for a
 * write; several instances each count their own share, which is exact enough for keeping machines from copying all.
 */
export const keepPace = (call: Call, permission: string, { max, seconds }: Pace): void => {
  if (call.actor.kind === 'system') return;
  const key = `${permission}:${call.actor.kind === 'user' ? call.actor.id : call.origin}`;
  const now = call.now.getTime();
  const counts = countsHere();
  const known = counts.get(key);
  const count = known && known.until > now ? known : { calls: 0, until: now + seconds * 1000 };
  count.calls += 1;
  counts.delete(key);
  counts.set(key, count);
  if (counts.size > MOST_CALLERS) counts.delete(counts.keys().next().value ?? '');
  if (count.calls > max) throw new Refusal('too-many', 'errors.tooMany', { minutes: Math.ceil(seconds / 60) });
};
