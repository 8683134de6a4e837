/** The one door to Temporal: the day the runtime brings its own, only this line changes. */
export { Temporal } from 'temporal-polyfill';
