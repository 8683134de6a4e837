/** The three plain questions that a requester answers, and what can be answered, from the lightest to the gravest. */
export const CRITICALITY_QUESTIONS = {
  blocked: ['no', 'partly', 'fully'],
  wayRound: ['easy', 'hard', 'none'],
  reach: ['one', 'some', 'all'],
} as const;
export type CriticalityQuestion = keyof typeof CRITICALITY_QUESTIONS;

export type CriticalityAnswers = {
  [Question in CriticalityQuestion]: (typeof CRITICALITY_QUESTIONS)[Question][number];
};

/** How grave a matter is by its facts, 1 to 5, before a house's levels divide that scale. */
export type Severity = 1 | 2 | 3 | 4 | 5;

/**
 * The gravity of each answer to "are you blocked?" and "is there a way round?", for one person, some, everybody.
 * Source: product description, part G: blocked without a way round and for all is the gravest, a hard and costly way
 * round is in the middle, an easy one or mere comfort is the lightest.
 */
const SEVERITIES: Record<
  CriticalityAnswers['blocked'],
  Record<CriticalityAnswers['wayRound'], Record<CriticalityAnswers['reach'], Severity>>
> = {
  no: {
    easy: { one: 1, some: 1, all: 1 },
    hard: { one: 1, some: 1, all: 2 },
    none: { one: 1, some: 2, all: 2 },
  },
  partly: {
    easy: { one: 1, some: 2, all: 2 },
    hard: { one: 2, some: 3, all: 3 },
    none: { one: 3, some: 3, all: 4 },
  },
  fully: {
    easy: { one: 2, some: 2, all: 2 },
    hard: { one: 3, some: 3, all: 4 },
    none: { one: 4, some: 4, all: 5 },
  },
};

/** How grave three answers are together. */
export const severityOf = ({ blocked, wayRound, reach }: CriticalityAnswers): Severity =>
  SEVERITIES[blocked][wayRound][reach];

/** What a level needs to be found by: from which severity on it applies. */
export type Graded = { key: string; fromSeverity: number };

/** The gravest level whose threshold a severity reaches; the lightest where it reaches none. `undefined` without levels. */
export const levelFor = <Level extends Graded>(levels: readonly Level[], severity: number): Level | undefined => {
  const gravestFirst = [...levels].sort((a, b) => b.fromSeverity - a.fromSeverity);
  return gravestFirst.find((level) => level.fromSeverity <= severity) ?? gravestFirst.at(-1);
};

/** Whether a level is lighter than another. */
export const isLighter = (level: Graded, than: Graded): boolean => level.fromSeverity < than.fromSeverity;
