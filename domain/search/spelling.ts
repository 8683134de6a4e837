/** Shorter words are too close to each other to be put right. */
export const SHORTEST_CORRECTED = 4;
/** From this length on two slips are forgiven. */
const LONG = 8;

/** The word and what is left of it without one of its letters: two words one slip apart share one of these. */
export const deletionKeys = (word: string): string[] => {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at += 1) keys.add(word.slice(0, at) + word.slice(at + 1));
  return [...keys];
};

/** The keys under which to look for the words that `word` may have been meant to be. */
export const searchKeys = (word: string): string[] => {
  if (word.length < LONG) return deletionKeys(word);
  return [...new Set(deletionKeys(word).flatMap(deletionKeys))];
};

/** How many slips are forgiven in a word of this length. */
export const slipsAllowed = (length: number): number => (length < SHORTEST_CORRECTED ? 0 : length < LONG ? 1 : 2);

/**
 * How many slips of the pen lie between two words: a letter too much, too few, another, or two that changed places.
 */
export const slipsBetween = (one: string, other: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? one.length;
};

/** A word that is known, and in how many documents it stands. */
export type KnownWord = { word: string; shown: string; documents: number };

/** What a word was most likely meant to be, and how sure that is, 0 to 1: of a longer word less is left open. */
export type Meant = { shown: string; sureness: number };

/** The known word that was most likely meant: fewest slips, the first letter right, then the most used. */
export const meantBy = (word: string, known: readonly KnownWord[]): Meant | null => {
  const allowed = slipsAllowed(word.length);
  const near = known
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate.word) }))
    .filter(({ slips }) => slips > 0 && slips <= allowed)
    .map(({ candidate, slips }) => ({
      candidate,
      slips,
      // A slip in the first letter is rare; of equals the word that more documents hold is meant.
      cost: slips + (candidate.word[0] === word[0] ? 0 : 0.5) - Math.log10(1 + candidate.documents) / 20,
    }));
  const [best] = near.sort((a, b) => a.cost - b.cost);
  return best ? { shown: best.candidate.shown, sureness: 1 - (1.5 * best.slips) / word.length } : null;
};
