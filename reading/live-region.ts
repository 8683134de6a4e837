const hide = (element: HTMLElement): void => {
  // Through the object model, not an attribute: the page's policy forbids style attributes.
  Object.assign(element.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden' });
  element.style.clipPath = 'inset(50%)';
};

/** The page's polite region, as the frame renders it; a hidden one of our own where it has none. */
export const liveRegion = (): HTMLElement => {
  const present = document.querySelector<HTMLElement>('[data-live]');
  if (present) return present;
  const region = document.createElement('div');
  region.dataset.live = '';
  region.setAttribute('aria-live', 'polite');
  hide(region);
  document.body.append(region);
  return region;
};

/** Says something to people who use a screen reader. */
export const announce = (text: string): void => {
  liveRegion().textContent = text;
};
