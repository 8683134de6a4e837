/** When each tag was last touched, in the order of touches of this process. */
export type Touches = {
  sequence(): number;
  touch(tags: readonly string[]): void;
  /** Whether anything with these tags was touched after that point. */
  since(tags: readonly string[], sequence: number): boolean;
};

export const createTouches = (): Touches => {
  const last = new Map<string, number>();
  let sequence = 0;
  return {
    sequence: () => sequence,
    touch(tags) {
      sequence += 1;
      for (const tag of tags) last.set(tag, sequence);
    },
    since: (tags, point) => [...tags, 'settings'].some((tag) => (last.get(tag) ?? 0) > point),
  };
};
