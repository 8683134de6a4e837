import { join, resolve } from 'node:path';

/** Where content is read from: `CONTENT_DIR`, or `content` beside the program. Absolute. */
export const contentFolder = (): string => resolve(process.env.CONTENT_DIR || 'content');

/** Where everything made from it is kept, under `GUICHET_DATA_DIR`. Absolute. */
export const outputFolder = (): string => resolve(process.env.GUICHET_DATA_DIR || '.data', 'content');

/** The one file that says what is published; replaced as a whole, so a reader never sees half of it. */
export const snapshotFile = (): string => join(outputFolder(), 'snapshot.json');

/** The rendered-to-data body of one document; named by its content, so it never changes once written. */
export const bodyFile = (hash: string): string => join(outputFolder(), 'bodies', `${hash}.json`);
