import type { PendingFile } from '@/app/_forms/state';

/** A file that was sent ahead of its form, and since when this device knows of it (epoch milliseconds). */
export type KeptFile = PendingFile & { since: number };

/** After a day the server forgets what was sent ahead and never used: some hours of it are left to write in. */
const KEPT_MS = 18 * 3_600_000;

/** Whether a value from this device's storage is such a file. */
export const isKeptFile = (value: unknown): value is KeptFile =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'claim', 'name', 'mediaType'].every((part) => part in value && typeof value[part as never] === 'string') &&
  ['bytes', 'since'].every((part) => part in value && typeof value[part as never] === 'number');

/** The files that go with the request as a whole; `known` tells since when. */
export const filesIn = (form: HTMLFormElement, known: readonly KeptFile[]): KeptFile[] =>
  new FormData(form).getAll('attachment').flatMap((value) => {
    if (typeof value !== 'string') return [];
    const file = JSON.parse(value) as PendingFile;
    return [{ ...file, since: known.find(({ id }) => id === file.id)?.since ?? Date.now() }];
  });

/** Those that the server still has. */
export const stillThere = (files: readonly KeptFile[], now: number): KeptFile[] =>
  files.filter(({ since }) => now - since < KEPT_MS);
