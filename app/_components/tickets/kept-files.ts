import type { PendingFile } from '@/app/_forms/state';

/** A file that was sent ahead of its form, and since when this device knows of it (epoch milliseconds). */
export type KeptFile = PendingFile & {
  since: number;
  /** The field of the form that it answers, by its name; without one it goes with the request as a whole. */
  field?: string;
};

/** After a day the server forgets what was sent ahead and never used: some hours of it are left to write in. */
const KEPT_MS = 18 * 3_600_000;

/** Whether a value from this device's storage is such a file. */
export const isKeptFile = (value: unknown): value is KeptFile =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'claim', 'name', 'mediaType'].every((part) => part in value && typeof value[part as never] === 'string') &&
  ['bytes', 'since'].every((part) => part in value && typeof value[part as never] === 'number') &&
  (!('field' in value) || typeof value.field === 'string');

/** Under which name the claims of files are in a form: alone, or after the name of the field that they answer. */
const CLAIMED = /^(?:(.+)\.)?attachment$/;

/** The files of a form, those that answer a field of it by the field's name; `known` tells since when. */
export const filesIn = (form: FormData, known: readonly KeptFile[], now: number): KeptFile[] =>
  [...form].flatMap(([name, value]) => {
    const claimed = CLAIMED.exec(name);
    if (!claimed || typeof value !== 'string') return [];
    const file = JSON.parse(value) as PendingFile;
    const since = known.find(({ id }) => id === file.id)?.since ?? now;
    return [{ ...file, since, ...(claimed[1] ? { field: claimed[1] } : {}) }];
  });

/** Those that the server still has. */
export const stillThere = (files: readonly KeptFile[], now: number): KeptFile[] =>
  files.filter(({ since }) => now - since < KEPT_MS);
