import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const EVERY_MS = 100;

const megabytes = (status: string, name: string): number =>
  Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;

/** Resident memory of a process in MB, now and at its highest; Linux only. */
export const memoryOf = async (pid: number): Promise<{ now: number; peak: number } | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return status === '' ? undefined : { now: megabytes(status, 'VmRSS'), peak: megabytes(status, 'VmHWM') };
};

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Gone meanwhile, or no Linux.
    return '';
  }
};

/** Looks for the content builder of a data folder until asked for the most that it took, in MB; Linux only. */
export const contentMemory = (dataDir: string): { peak(): number | undefined } => {
  let highest = 0;
  const look = (): void => {
    for (const pid of readProcesses()) {
      if (!read(`/proc/${pid}/cmdline`).includes(`${dataDir}/content/builder/`)) continue;
      highest = Math.max(highest, megabytes(read(`/proc/${pid}/status`), 'VmHWM') || 0);
    }
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    peak() {
      clearInterval(timer);
      return highest > 0 ? Math.round(highest) : undefined;
    },
  };
};

const readProcesses = (): string[] => {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
};
