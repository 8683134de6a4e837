import type { Call } from './call';

const read = new WeakMap<Call, Map<string, Promise<unknown>>>();

/**
 * Reads something once for all the reading verbs of one call: a page asks several about the same request. `name` names
 * what is read. Not for verbs that last.
 */
export const once = <Value>(call: Call, name: string, load: () => Promise<Value>): Promise<Value> => {
  const known = read.get(call) ?? new Map<string, Promise<unknown>>();
  read.set(call, known);
  const found = known.get(name) ?? load();
  known.set(name, found);
  return found as Promise<Value>;
};

/** Something was changed by this call: what it reads from now on it reads anew. */
export const readAnew = (call: Call): void => {
  read.delete(call);
};
