import { afterHydration } from './after-hydration';

const contentOf = (html: string): Node[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const box = page.querySelector('[data-fragment]') ?? page.body;
  return [...box.childNodes].map((node) => document.importNode(node, true));
};

const fill = async (place: HTMLElement): Promise<void> => {
  place.dataset.filled = '';
  try {
    const response = await fetch(`/${document.documentElement.lang}/fragments/${place.dataset.include}`);
    if (response.ok) place.replaceChildren(...contentOf(await response.text()));
  } catch {
    // What is included is a notice: a page without it is still the page.
  }
};

/** Places that the front fills on the way out; on working pages and without a front, the page asks itself. */
export const fillIncludes = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-include]:not([data-filled])')) {
    afterHydration(place, () => void fill(place));
  }
};
