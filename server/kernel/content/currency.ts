import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contentFolder } from './folders';

// Kept on globalThis: who builds content and who answers are bundled apart in one process.
const holder = globalThis as typeof globalThis & { guichetContentBehind?: boolean; guichetContentBuilding?: boolean };

/**
 * Whether what is published is what stands in the content folder. Not so from the start of a process until its first publication: what an
 * earlier process left may lack whole collections by then, so that nobody can say of an address that it leads nowhere.
 */
export const contentIsCurrent = (): boolean => holder.guichetContentBehind !== true;

/** Says so, or that it is not so yet. Processes that publish nothing never ask. */
export const sayContentIsCurrent = (isCurrent: boolean): void => {
  holder.guichetContentBehind = !isCurrent;
};

/** Builds, and lets it be known meanwhile that something is under way. */
export const whileBuilding = async (build: () => Promise<void>): Promise<void> => {
  holder.guichetContentBuilding = true;
  try {
    await build();
  } finally {
    holder.guichetContentBuilding = false;
  }
};

/** The file behind the address of a page, below the content folder and without its ending. */
const fileOf = (path: string): string | null => {
  const [, locale, list, first, second] =
    /^\/(fr|en)\/(help|news|resources)\/([a-z0-9-]+)(?:\/([a-z0-9-]+))?$/.exec(path) ?? [];
  if (list === 'help') return second ? `${locale}/articles/${first}/${second}` : null;
  return list && !second ? `${locale}/${list}/${first}` : null;
};

const RESTRICTED = /^audience:\s*["']?(?:customers|agents)/m;

const readSource = (file: string): Promise<string | null> =>
  readFile(join(contentFolder(), file), 'utf8').catch(() => null);

/**
 * Whether the page of an address is being published at this moment, for everybody: its file is there. A thousand new files take a minute.
 * Nothing is told of what will be restricted.
 */
export const isComing = async (path: string): Promise<boolean> => {
  const file = holder.guichetContentBuilding ? fileOf(path) : null;
  if (file === null) return false;
  const source = (await readSource(`${file}.mdx`)) ?? (await readSource(`${file}.md`));
  return source !== null && !RESTRICTED.test(source);
};
