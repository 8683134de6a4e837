import type { Option } from './search-options';

const MOST = 6;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Action = { label: string; title: string; keys: string; href: string };

/** What the page itself can do, as it says in `[data-palette-actions]`: all of it, or what holds the words. */
export const pageActions = (words: string): Option[] => {
  const told = document.querySelector<HTMLElement>('[data-palette-actions]')?.dataset.paletteActions;
  if (!told) return [];
  const wanted = plain(words);
  return (JSON.parse(told) as readonly Action[])
    .filter(({ title }) => plain(title).includes(wanted))
    .slice(0, wanted ? MOST : undefined);
};
