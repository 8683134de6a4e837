import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** As many pictures as a large help centre has pages, some 15 KB each; of more, the oldest go. */
const MOST_KEPT = 12_000;
/** How many new ones come between two looks at what is kept. */
const LOOK_EVERY = 500;

const folder = (): string => resolve(process.env.GUICHET_DATA_DIR || '.data', 'pictures');

const drawing = new Map<string, Promise<Buffer>>();
let queue: Promise<unknown> = Promise.resolve();
let drawn = 0;

const dropOldest = async (): Promise<void> => {
  const names = await readdir(folder());
  if (names.length <= MOST_KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => {
      const file = join(folder(), name);
      return { file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 };
    }),
  );
  aged.sort((a, b) => a.at - b.at);
  await Promise.all(aged.slice(0, names.length - MOST_KEPT).map(({ file }) => rm(file, { force: true })));
};

const keep = async (file: string, picture: Buffer): Promise<void> => {
  await mkdir(folder(), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, picture);
  await rename(draft, file);
  drawn += 1;
  if (drawn % LOOK_EVERY === 0) await dropOldest();
};

/** The queue goes on whatever became of the one before. */
const inTurn = (draw: () => Promise<Buffer>): Promise<Buffer> => {
  const mine = queue.catch(() => undefined).then(draw);
  queue = mine.catch(() => undefined);
  return mine;
};

/**
 * A picture by its version, drawn when it is first asked for and kept under `GUICHET_DATA_DIR`. One is drawn at a time,
 * once for all who ask: drawing keeps the processor busy for some tenths of a second, and readers go first.
 */
export const keptPicture = async (version: string, draw: () => Promise<Buffer>): Promise<Buffer> => {
  const file = join(folder(), `${version}.png`);
  const known = await readFile(file).catch(() => null);
  if (known) return known;
  const running = drawing.get(version);
  if (running) return running;
  const begun = inTurn(draw)
    // A disk that is full costs time, not the picture.
    .then((picture) =>
      keep(file, picture).then(
        () => picture,
        () => picture,
      ),
    )
    .finally(() => drawing.delete(version));
  drawing.set(version, begun);
  return begun;
};
