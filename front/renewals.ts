/** Pages waiting to be renewed behind their readers' backs. */
export type Renewals = {
  /** False when there is no room: the page is as good as it was, and comes back with its next reader. */
  add(path: string): boolean;
};

/** One at a time, and no more than a minute's worth of them: readers of pages that are not there yet come first. */
const MOST_WAITING = 200;

/** Renews what is added, in order, each path once. `renew` must not reject. */
export const createRenewals = (renew: (path: string) => Promise<unknown>): Renewals => {
  const waiting = new Set<string>();
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    for (const path of waiting) {
      await renew(path);
      waiting.delete(path);
    }
    running = false;
  };
  return {
    add(path) {
      if (waiting.size >= MOST_WAITING && !waiting.has(path)) return false;
      waiting.add(path);
      if (!running) void run();
      return true;
    },
  };
};
