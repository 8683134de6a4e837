import { afterHydration } from './after-hydration';
import { whenNear } from './near';
import { refreshTimes } from './relative-time';

const contentOf = (html: string): Node[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const box = page.querySelector('[data-fragment]') ?? page.body;
  return [...box.childNodes].map((node) => document.importNode(node, true));
};

const fill = async (place: HTMLElement, address: string): Promise<void> => {
  place.dataset.filled = '';
  try {
    const response = await fetch(address);
    if (response.ok) place.replaceChildren(...contentOf(await response.text()));
  } catch {
    // What is included is a notice, or stands a link away: a page without it is still the page.
  }
};

/**
 * Places that the front fills on the way out; on working pages and without a front, the page asks itself. What few readers
 * reach (`data-include-near`, the address of a page with a `data-fragment`) is asked for when they do.
 */
export const fillIncludes = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-include]:not([data-filled])')) {
    afterHydration(
      place,
      () => void fill(place, `/${document.documentElement.lang}/fragments/${place.dataset.include}`),
    );
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-include-near]')) {
    whenNear(place, () => void fill(place, place.dataset.includeNear ?? '').then(refreshTimes));
  }
};
