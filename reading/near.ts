/** Runs once, when the element is about to come into view: what few readers reach costs nothing before. */
export const whenNear = (element: Element, run: () => void): void => {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: '400px' },
  );
  observer.observe(element);
};
