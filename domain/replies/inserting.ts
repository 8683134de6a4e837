/** What stands between two parts of a text that are to be an empty line apart: nothing where one of them says nothing. */
const gapBetween = (before: string, behind: string): string => {
  if (before.trim() === '' || behind.trim() === '') return '';
  const ends = /\n*$/.exec(before)?.[0].length ?? 0;
  const begins = /^\n*/.exec(behind)?.[0].length ?? 0;
  return '\n'.repeat(Math.max(0, 2 - ends - begins));
};

/** The words of a canned reply as they are put between what is written already: an empty line apart from both. */
export const setApart = (before: string, words: string, behind: string): string =>
  `${gapBetween(before, words)}${words}${gapBetween(words, behind)}`;
