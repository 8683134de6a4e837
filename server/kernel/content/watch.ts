import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import Watchpack from 'watchpack';
import { LOCALES } from '@/domain/people/locale';
import { buildContent } from './builder';
import { sayContentIsCurrent, whileBuilding } from './currency';
import { contentFolder, outputFolder, snapshotFile } from './folders';
import { type ContentType, FRONT_MATTER } from './front-matter';
import { type Problem, readSnapshot } from './snapshot';
import { lookAgain } from './store';
import { type Announced, announcementOf, CONTENT_TAG, changedTags, listTag } from './tags';

/** Editors save, and git checks out, several files at once: one build for all that came within this time, in ms. */
const QUIET_MS = 60;
/** What editors and git keep beside the content, told by its place in the folder: that may itself lie in a hidden one. */
const isIgnored = (path: string): boolean => /(^|[/\\])(\.(?!\.)|node_modules)/.test(relative(contentFolder(), path));

export type ContentWatch = {
  /** Stops watching; a build that runs is let go. */
  close: () => Promise<void>;
};

export type WatchOptions = {
  /** Called after each publication with the tags it concerns; a rejection is reported and told again at the next one. */
  onChange: (tags: readonly string[]) => void | Promise<void>;
  /** Called once, as soon as what is published is what stands in the folder. */
  onCurrent?: () => void | Promise<void>;
  /** Called with the files that could not be published, once each time they change. */
  onProblems: (problems: readonly Problem[]) => void;
  /** Called when a build or an `onChange` failed; what was published stays. */
  onError: (error: unknown) => void;
};

/**
 * Keeps what is published in step with the content folder: builds now, then after each change of a file. Resolves
 * when content is there to be read; rejects only when the first build fails and nothing was published before.
 * Pages made before this start may be older than the content: the first call of `onChange` tells all that changed
 * since the last one, of this or an earlier process.
 */
export const watchContent = async (options: WatchOptions): Promise<ContentWatch> => {
  const publication = publications(options);
  // Folders are watched, and not each file: ten thousand watched files took 20 MB.
  const watcher = new Watchpack({ aggregateTimeout: QUIET_MS, ignored: isIgnored });
  watcher.on('aggregated', () => void publication().catch(options.onError));
  // What changes while the first build runs is told as soon as the folders are read.
  const startTime = Date.now();
  sayContentIsCurrent(false);
  try {
    await publication();
  } catch (error) {
    if (readSnapshot().version === 'empty') throw error;
    options.onError(error);
  }
  watcher.watch({ directories: [contentFolder()], startTime });
  return {
    close: async () => watcher.close(),
  };
};

/** One publication at a time; any number of wishes during one make one more after it. */
function publications(options: WatchOptions): () => Promise<void> {
  let running: Promise<void> | null = null;
  let wanted = false;
  let toldProblems = '';
  let first = true;
  let current = false;
  const publishOnce = async () => {
    await whileBuilding(buildContent);
    lookAgain();
    const snapshot = readSnapshot();
    if (!current) {
      current = true;
      sayContentIsCurrent(true);
      await options.onCurrent?.();
    }
    const problems = JSON.stringify(snapshot.problems);
    if (problems !== toldProblems) options.onProblems(snapshot.problems);
    toldProblems = problems;
    const before = await readAnnounced();
    const after = announcementOf(snapshot);
    const tags = [...new Set([...changedTags(before, after), ...(first ? EVERY_LIST : [])])];
    first = false;
    if (tags.length === 0) return;
    await options.onChange(tags);
    await writeFile(announcedFile(), JSON.stringify(after));
  };
  const loop = async () => {
    do {
      wanted = false;
      await publishOnce();
    } while (wanted);
  };
  return () => {
    wanted = true;
    running ??= loop().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Lists are made while the program is built and may be older than what was told since. */
const EVERY_LIST = [
  CONTENT_TAG,
  ...LOCALES.flatMap((locale) => (Object.keys(FRONT_MATTER) as ContentType[]).map((type) => listTag(locale, type))),
];

const announcedFile = (): string => join(outputFolder(), 'announced.json');

async function readAnnounced(): Promise<Record<string, Announced>> {
  try {
    return JSON.parse(await readFile(announcedFile(), 'utf8')) as Record<string, Announced>;
  } catch {
    return {};
  }
}

/** Builds the content unless something is published already, for steps that need some and do not watch. */
export const ensureContent = async (): Promise<void> => {
  if (readSnapshot(snapshotFile()).version !== 'empty') return;
  await mkdir(outputFolder(), { recursive: true });
  await buildContent();
};
