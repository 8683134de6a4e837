/** Numbers that look random and are the same for the same seed, in [0, 1). Mulberry32. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Draws of a seed: one of a list, a whole number between two (both included), or whether something happens. */
export type Draw = {
  one<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  between(low: number, high: number): number;
  chance(part: number): boolean;
};

export const drawing = (seed: number): Draw => {
  const next = seeded(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    one<T>(list: readonly T[]): T {
      const drawn = list[between(0, list.length - 1)];
      if (drawn === undefined) throw new Error('nothing to draw from');
      return drawn;
    },
    between,
    chance: (part) => next() < part,
  };
};
