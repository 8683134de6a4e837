import { timesOf } from './times';

/** How long requests waited for their first answer: median and ninth decile, in all, by level and by part of the period. */
export const answer = timesOf('answer');
