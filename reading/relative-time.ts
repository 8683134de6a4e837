import { relativeWords } from '../domain/time/relative-words';
import { afterHydration } from './after-hydration';

/** A stored page may be hours old: its relative dates are told anew from their instants or days. */
export const refreshTimes = (): void => {
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-relative][datetime]')) {
    const words = relativeWords(element.dateTime, Date.now(), document.documentElement.lang || 'fr');
    if (words === null || element.textContent === words) continue;
    afterHydration(element, () => {
      element.textContent = words;
    });
  }
};
