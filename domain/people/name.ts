export const PERSON_NAME_LENGTH = { min: 2, max: 120 } as const;

/** Initials of a name for the small round picture: first and last word, `Camille Le Goff` → `CG`. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return [words[0], last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
};

/**
 * Whether this can be a person's name: a sign-up sends it by mail to any address, so it must not carry links, addresses
 * or lines of text.
 */
export const isPersonName = (name: string): boolean => !/[@<>/\\\p{Cc}]|www\.|\.\p{L}{2,}/u.test(name);
