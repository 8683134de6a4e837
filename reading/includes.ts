const contentOf = (html: string): Node[] => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const box = page.querySelector('[data-fragment]') ?? page.body;
  return [...box.childNodes].map((node) => document.importNode(node, true));
};

/** Places that the front fills on the way out; where there is no front (development), the page asks itself. */
export const fillIncludes = async (): Promise<void> => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-include]:not([data-filled])')) {
    place.dataset.filled = '';
    try {
      const response = await fetch(`/${document.documentElement.lang}/fragments/${place.dataset.include}`);
      if (response.ok) place.replaceChildren(...contentOf(await response.text()));
    } catch {
      // What is included is a notice: a page without it is still the page.
    }
  }
};
