import type { Present } from '@/domain/tickets/presence';

type Places = ReadonlyMap<number, readonly Present[]>;

let places: Places = new Map();
const hearers = new Set<() => void>();

/** What the list has heard of who is where; its rows look it up. */
export const setPresent = (at: readonly { number: number; people: readonly Present[] }[]): void => {
  places = new Map(at.map(({ number, people }) => [number, people]));
  for (const hearer of hearers) hearer();
};

/** Who is at a request; `undefined` where nobody is. */
export const presentAt = (number: number): readonly Present[] | undefined => places.get(number);

/** Hears of changes until the returned function is called. */
export const hearPresent = (onChange: () => void): (() => void) => {
  hearers.add(onChange);
  return () => {
    hearers.delete(onChange);
  };
};
