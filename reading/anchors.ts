import { announce, liveRegion } from './live-region';

const COPIED_MS = 2_000;

const copy = async (anchor: HTMLAnchorElement): Promise<void> => {
  await navigator.clipboard.writeText(anchor.href);
  announce(liveRegion().dataset.copied ?? '');
  anchor.dataset.copied = '';
  setTimeout(() => delete anchor.dataset.copied, COPIED_MS);
};

/** A click on a heading's anchor, or on a link made for copying, also copies its address. */
export const enableAnchors = (): void => {
  document.addEventListener('click', (event) => {
    const anchor =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.anchor, a[data-copy]') : null;
    // Without the clipboard (an insecure address), following the link is what remains.
    if (anchor) copy(anchor).catch(() => undefined);
  });
};
