/** Limits of tags: their length in characters, and how many a request carries. */
export const TAG_LIMITS = { length: 40, each: 20 } as const;

/** The tags somebody typed, one or several between commas: trimmed, each once, in lower case as they are compared. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().replace(/\s+/g, ' ').toLowerCase())
      .filter((tag) => tag !== ''),
  ),
];
