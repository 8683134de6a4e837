/** Where a priority theme stands. */
export const THEME_STATES = ['exploring', 'planned', 'in_progress', 'delivered', 'postponed'] as const;
export type ThemeState = (typeof THEME_STATES)[number];

/** When a theme is expected: now, next, later; a quarter (`2027-Q1`) may say it more exactly. */
export const HORIZONS = ['now', 'next', 'later'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** Where a theme may go from each state. Work can be taken up again, and what is delivered can grow a second part. */
export const NEXT_THEME_STATES: Record<ThemeState, readonly ThemeState[]> = {
  exploring: ['planned', 'in_progress', 'postponed'],
  planned: ['exploring', 'in_progress', 'postponed'],
  in_progress: ['planned', 'delivered', 'postponed'],
  delivered: ['in_progress'],
  postponed: ['exploring', 'planned', 'in_progress'],
};

/** Whether a theme takes one of the limited places: what is delivered or postponed does not. */
export const takesPlace = (state: ThemeState): boolean => state !== 'delivered' && state !== 'postponed';

/** How many priority themes there may be at once, unless the setting `roadmap.limit` says otherwise. */
export const DEFAULT_THEME_LIMIT = 7;

/** How much of a theme is done, counted in steps; `share` from 0 to 1, and 0 without steps. */
export type Progress = { done: number; total: number; share: number };
export const progressOf = (steps: readonly { doneAt: Date | null }[]): Progress => {
  const done = steps.filter((step) => step.doneAt !== null).length;
  return { done, total: steps.length, share: steps.length === 0 ? 0 : done / steps.length };
};

const QUARTER = /^20\d\d-Q[1-4]$/;

/** Whether a text names a quarter, as `2027-Q1`. */
export const isQuarter = (value: string): boolean => QUARTER.test(value);

/** What happened to a theme: kinds of its append-only history. */
export const THEME_EVENT_KINDS = ['created', 'edited', 'moved', 'step-done', 'step-undone'] as const;
export type ThemeEventKind = (typeof THEME_EVENT_KINDS)[number];
