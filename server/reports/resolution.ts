import { timesOf } from './times';

/** How long requests took from their opening to the resolution that stands, told as the first answers are. */
export const resolution = timesOf('resolution');
