const isHydrated = (element: Element): boolean => Object.keys(element).some((key) => key.startsWith('__reactFiber$'));

const TRIES = 200;

/**
 * Runs once React has taken over the element. On working pages, changing what React has not compared yet would make it
 * render the page anew; on reading pages there is no React and it runs at once.
 */
export const afterHydration = (element: Element, run: () => void, tries = TRIES): void => {
  const hasFramework = document.querySelector('script[src^="/_next/"]') !== null;
  if (!hasFramework || isHydrated(element) || tries === 0) run();
  else setTimeout(() => afterHydration(element, run, tries - 1), 50);
};
