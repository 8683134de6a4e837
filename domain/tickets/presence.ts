/** How long, in milliseconds, a sign of somebody's presence holds; how often it is given again; how long one pause in writing is still writing. */
export const PRESENCE_MS = { holds: 60_000, again: 20_000, writes: 30_000 } as const;

/** One open page of somebody of the desk. Instants in epoch milliseconds. */
export type Presence = {
  /** The page's own name: one person may have several. */
  tab: string;
  userId: string;
  name: string;
  /** Nobody has heard of it since: it is over. */
  until: number;
  /** They are writing until then; 0 when they only read. */
  writesUntil: number;
};

/** Somebody else at a request, and what they do there. */
export type Present = { id: string; name: string; doing: 'reading' | 'writing' };

/** Who else is there, each once, those who write first; whoever writes in one page and reads in another writes. */
export const othersPresent = (pages: Iterable<Presence>, readerId: string, now: number): Present[] => {
  const others = new Map<string, Present>();
  for (const { userId, name, until, writesUntil } of pages) {
    if (userId === readerId || until <= now) continue;
    const writes = writesUntil > now || others.get(userId)?.doing === 'writing';
    others.set(userId, { id: userId, name, doing: writes ? 'writing' : 'reading' });
  }
  const rank = ({ doing }: Present): number => (doing === 'writing' ? 0 : 1);
  return [...others.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
};
