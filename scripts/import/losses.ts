/** Something that did not come over as it was: where, what, and why or what became of it. */
export type Loss = { file: string; line: number; what: string; why: string };

/** Gathers the losses of a run; the same thing at the same place is told once. */
export type Losses = {
  add(file: string, line: number, what: string, why: string): void;
  /** Something that a page is full of: told once for each page, with how many more there are. */
  addOften(file: string, line: number, what: string, why: string): void;
  all(): readonly Loss[];
};

export const openLosses = (): Losses => {
  const known = new Map<string, Loss>();
  const often = new Map<string, Loss & { more: number }>();
  return {
    add(file, line, what, why) {
      const short = what.replace(/\s+/g, ' ').slice(0, 160);
      known.set(`${file}\0${line}\0${short}\0${why}`, { file, line, what: short, why });
    },
    addOften(file, line, what, why) {
      const name = `${file}\0${why}`;
      const before = often.get(name);
      if (before) before.more += 1;
      else often.set(name, { file, line, what, why, more: 0 });
    },
    all: () =>
      [...known.values(), ...[...often.values()].map(counted)].sort((a, b) =>
        a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
      ),
  };
};

const counted = ({ more, ...loss }: Loss & { more: number }): Loss =>
  more === 0 ? loss : { ...loss, what: `${loss.what} (and ${more} more)` };
