import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Parts built beside this one: used as soon as they are there.
type Worker = { startWorker: () => Promise<{ stop: () => Promise<void> }> };

const optional = async <T>(path: string): Promise<T | undefined> => {
  const file = resolve(path);
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as T) : undefined;
};

export const jobWorker = () => optional<Worker>('server/jobs/worker.ts');
