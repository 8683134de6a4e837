/** What readers say to "did you find the answer to your question?". */
export const VERDICTS = ['yes', 'partly', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why an article did not help, or only half. `another`: the reader was looking for something else. */
export const FEEDBACK_REASONS = ['missing', 'unclear', 'outdated', 'another', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** Lengths in characters, told beside the field and kept by the server. */
export const FEEDBACK_LIMITS = { words: 2000 } as const;

/** How many readers gave each verdict. */
export type Tally = Record<Verdict, number>;

/** Below this many votes an article is not judged: three bad votes may be one bad afternoon. */
export const ENOUGH_VOTES = 5;

/** The periods editors look at, in weeks; `all` has no beginning. */
export const FEEDBACK_PERIODS = ['4', '12', '52', 'all'] as const;
export type FeedbackPeriod = (typeof FEEDBACK_PERIODS)[number];

/** How many votes a tally holds. */
export const votesOf = (tally: Tally): number => tally.yes + tally.partly + tally.no;

/** The usual 95 %: one time in forty the true share lies below the bound. */
const Z = 1.96;

/**
 * The share of readers (0 to 1) that an article at least leaves without an answer: the lower bound of Wilson's interval
 * over votes, where "partly" counts as half. Few votes pull it towards zero, so that an article with 2 of 2 against it
 * does not stand above one with 30 of 50.
 */
export const unhelpedAtLeast = (tally: Tally): number => {
  const votes = votesOf(tally);
  if (votes === 0) return 0;
  const share = (tally.no + tally.partly / 2) / votes;
  const middle = share + (Z * Z) / (2 * votes);
  const spread = Z * Math.sqrt((share * (1 - share)) / votes + (Z * Z) / (4 * votes * votes));
  return Math.max(0, (middle - spread) / (1 + (Z * Z) / votes));
};

type Judged = { tally: Tally };

/** Articles that readers most surely leave without an answer come first; those with too few votes come after, most votes first. */
export const worstFirst = (a: Judged, b: Judged): number => {
  const [votesA, votesB] = [votesOf(a.tally), votesOf(b.tally)];
  const judgedA = votesA >= ENOUGH_VOTES;
  if (judgedA !== votesB >= ENOUGH_VOTES) return judgedA ? -1 : 1;
  return (judgedA ? unhelpedAtLeast(b.tally) - unhelpedAtLeast(a.tally) : 0) || votesB - votesA;
};
