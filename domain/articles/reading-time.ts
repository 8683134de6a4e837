/** Words a minute of an attentive reader of instructions, who stops at pictures and tables. */
const WORDS_PER_MINUTE = 200;

/** Reading time of a text in whole minutes, at least one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.round(words / WORDS_PER_MINUTE));
