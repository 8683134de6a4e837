import type { Option } from './search-options';

const MOST = 6;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Action = { label: string; title: string; keys: string; href: string; needs?: string };

/** Whether there is something in the page, at this moment, to do it to. */
const isPossible = ({ needs }: Action): boolean => !needs || document.querySelector(needs) !== null;

/** What the page itself can do, as it says in `[data-palette-actions]`: all of it that it can do now, or of that what holds the words. */
export const pageActions = (words: string): Option[] => {
  const told = document.querySelector<HTMLElement>('[data-palette-actions]')?.dataset.paletteActions;
  if (!told) return [];
  const wanted = plain(words);
  return (JSON.parse(told) as readonly Action[])
    .filter((action) => plain(action.title).includes(wanted) && isPossible(action))
    .slice(0, wanted ? MOST : undefined);
};
