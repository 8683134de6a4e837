/** What has to be said in writing before a matter of the highest level is taken as such. */
export const URGENT_QUESTIONS = ['since', 'stopped', 'phone'] as const;
export type UrgentQuestion = (typeof URGENT_QUESTIONS)[number];

/** Since when, what has stopped and what it costs, and the number at which somebody answers right now; as written. */
export type UrgentFacts = Record<UrgentQuestion, string>;

/** Characters; the longest a fact may be. */
export const URGENT_LIMIT = 500;
