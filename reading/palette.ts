import { afterHydration } from './after-hydration';

const inView = (element: Element): boolean => {
  const { top, bottom, width } = element.getBoundingClientRect();
  return width > 0 && top >= 0 && bottom <= innerHeight && element.checkVisibility();
};

const labelOf = (input: HTMLInputElement): string =>
  input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent?.trim() ?? input.placeholder;

/** A dialog around a copy of the page's search box. The copy drops ids, which must stay unique. */
const createPalette = (): HTMLDialogElement | undefined => {
  const box = document.querySelector('search-box');
  const original = box?.querySelector<HTMLInputElement>('input[type="search"]');
  if (!box || !original) return undefined;
  const copy = document.importNode(box, true);
  copy.querySelector('.search-hits')?.remove();
  for (const element of copy.querySelectorAll('label, [data-shortcut-hint]')) element.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  const input = copy.querySelector<HTMLInputElement>('input[type="search"]');
  if (!input) return undefined;
  input.value = '';
  input.setAttribute('aria-label', labelOf(original));
  input.removeAttribute('data-shortcut');
  copy.setAttribute('data-surface', 'palette');
  const dialog = document.createElement('dialog');
  dialog.className = 'search-palette';
  dialog.setAttribute('aria-label', labelOf(original));
  dialog.append(copy);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // A search field takes the first Escape to empty itself; here it means that one is done.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  document.body.append(dialog);
  return dialog;
};

let palette: HTMLDialogElement | undefined;

const openPalette = (): boolean => {
  palette ??= createPalette();
  if (!palette) return false;
  if (!palette.open) palette.showModal();
  palette.querySelector('input')?.focus();
  return true;
};

const openSearch = (): boolean => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('[data-shortcut="search"]')];
  const near = palette?.open ? undefined : fields.find(inView);
  if (!near) return openPalette();
  near.focus();
  near.select();
  return true;
};

/** `a[data-palette]` opens the dialog; without us, or in another tab, it leads to the page of the search. */
const onTrigger = (event: MouseEvent): void => {
  const trigger = event.target instanceof Element && event.target.closest('[data-palette]');
  if (!trigger || event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (openPalette()) event.preventDefault();
};

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** ⌘K, or Ctrl K: the search field where one is in sight, else a dialog with one. */
export const enableShortcut = (): void => {
  addEventListener('click', onTrigger);
  addEventListener('keydown', (event) => {
    const pressed = event.key.toLowerCase() === 'k' && (isApple() ? event.metaKey : event.ctrlKey);
    // An editor that uses the same keys has said so by then.
    if (!pressed || event.shiftKey || event.altKey || event.defaultPrevented) return;
    if (openSearch()) event.preventDefault();
  });
  for (const hint of document.querySelectorAll<HTMLElement>('[data-shortcut-hint]')) {
    afterHydration(hint, () => {
      if (!isApple() && hint.textContent) hint.textContent = hint.textContent.replace('⌘', 'Ctrl ');
      hint.hidden = false;
    });
  }
};
