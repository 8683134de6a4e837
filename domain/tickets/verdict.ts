/** What the analysis of a report has shown. Source: product description, part G. */
export const VERDICTS = ['bug', 'works_as_designed', 'set_up', 'not_reproducible'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Narrows a value from outside to a verdict. */
export const isVerdict = (value: unknown): value is Verdict => VERDICTS.some((verdict) => verdict === value);
