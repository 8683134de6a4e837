/** Where a priority theme stands. */
export const THEME_STATES = ['exploring', 'planned', 'in_progress', 'delivered', 'postponed'] as const;
export type ThemeState = (typeof THEME_STATES)[number];

/** When a theme is expected: now, next, later; a quarter (`2027-Q1`) may say it more exactly. */
export const HORIZONS = ['now', 'next', 'later'] as const;
export type Horizon = (typeof HORIZONS)[number];
