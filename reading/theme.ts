import { applyTheme, storedTheme } from './theme-choice';

// Runs before the first paint, as the only blocking script: a page must not flash in the other colours.
applyTheme(storedTheme());
