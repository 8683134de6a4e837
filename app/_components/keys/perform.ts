import type { Deed } from './keymap';

/** The first link of each row, and the one to the next page after them. */
const stops = (): HTMLAnchorElement[] => {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('main tbody tr')];
  const links = rows.flatMap((row) => [...row.querySelectorAll<HTMLAnchorElement>('td a[href]')].slice(0, 1));
  const next = document.querySelector<HTMLAnchorElement>('main a[rel=next]');
  return next ? [...links, next] : links;
};

const rowOf = (element: Element | null): Element | null => element?.closest('main tbody tr') ?? null;

const step = (by: 1 | -1): void => {
  const all = stops();
  const here = document.activeElement;
  const row = rowOf(here);
  const place = all.findIndex((link) => link === here || (row !== null && rowOf(link) === row));
  const target = place === -1 ? all.at(by === 1 ? 0 : -1) : all[Math.max(0, place + by)];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest' });
};

const focusOn = (selector: string): boolean => {
  const field = document.querySelector<HTMLElement>(selector);
  if (!field) return false;
  for (let around = field.closest('details'); around; around = around.parentElement?.closest('details') ?? null) {
    around.open = true;
  }
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
};

/** What is typed meanwhile is kept on the device, and stands there again when one comes back. */
const write = (field: string, query: string): void => {
  if (!focusOn(`#${field}`)) location.assign(`${location.pathname}${query}#${field}`);
};

const press = (element: HTMLElement | null | undefined): boolean => {
  element?.click();
  return element !== null && element !== undefined;
};

/** Does what a key stands for; `help` is for who draws the sheet. Answers whether there was anything to do it to. */
export const perform = (deed: Deed, help: () => void): boolean => {
  switch (deed.kind) {
    case 'focus':
      return focusOn(deed.selector);
    case 'press':
      return press(document.querySelector<HTMLElement>(deed.selector));
    case 'tick':
      return press(rowOf(document.activeElement)?.querySelector<HTMLElement>('input[type=checkbox]'));
    case 'open':
      return press(rowOf(document.activeElement)?.querySelector<HTMLElement>('td a[href]'));
    case 'search':
      return press(document.querySelector<HTMLElement>('[data-palette]'));
    case 'write':
      write(deed.field, deed.query);
      return true;
    case 'row':
      step(deed.step);
      return true;
    case 'help':
      help();
      return true;
    case 'go':
      location.assign(deed.href);
      return true;
  }
};

/** Whether a key belongs to what has the focus: somebody is typing, choosing, or in a dialog. */
export const isTaken = (target: EventTarget | null): boolean => {
  if (document.querySelector('dialog[open], [popover]:popover-open')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.isContentEditable || target.matches('textarea, select');
};
