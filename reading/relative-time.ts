import { relativeDistance, relativeWords } from '../domain/time/relative-words';
import { afterHydration } from './after-hydration';

/**
 * A stored page may be hours old: its relative dates are told anew from their instants or days, where they are another
 * distance away by now than the one they were written with (`data-relative`).
 */
export const refreshTimes = (): void => {
  for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-relative][datetime]')) {
    const far = relativeDistance(element.dateTime, Date.now());
    if (far === null || element.dataset.relative === far) continue;
    afterHydration(element, () => {
      element.textContent = relativeWords(element.dateTime, Date.now(), document.documentElement.lang || 'fr');
      element.dataset.relative = far;
    });
  }
};
