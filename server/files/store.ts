import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { env } from '../kernel/env';

/** Where files live. Keys are made here and nowhere else, so that no name from outside ever reaches a path. */
export type FileStore = {
  /** Keeps the bytes and answers the key under which they are found again. */
  put(bytes: Buffer): Promise<string>;
  /** The bytes of a key; rejects with `ENOENT` when there are none. */
  open(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Forgets a key; a key that is not there is no error. */
  remove(key: string): Promise<void>;
};

const KEY = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** Files in a folder of this machine: written beside, then renamed, so that a half-written file is never found. */
export const folderStore = (folder: string): FileStore => {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new RangeError('not a key of this store');
    return join(folder, key);
  };
  return {
    async put(bytes) {
      const name = randomUUID();
      const key = `${name.slice(0, 2)}/${name}`;
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, bytes, { mode: 0o600, flush: true });
      await rename(`${path}.part`, path);
      return key;
    },
    async open(key) {
      const path = pathOf(key);
      await stat(path);
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
};

/** The store of this installation. */
export const fileStore = (): FileStore => folderStore(join(env().dataDir, 'files'));
