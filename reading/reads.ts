/** An article counts as read once it was on screen for so many seconds. */
const SECONDS = 10;

/** `<article data-read="fr:key">`: tells once that it was read. Who read is not told. */
export const countReading = (): void => {
  const read = document.querySelector<HTMLElement>('[data-read]')?.dataset.read;
  if (!read) return;
  let seen = 0;
  const watch = setInterval(() => {
    if (document.hidden) return;
    seen += 1;
    if (seen < SECONDS) return;
    clearInterval(watch);
    navigator.sendBeacon('/api/reads', read);
  }, 1_000);
};
