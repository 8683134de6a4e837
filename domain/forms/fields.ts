import type { LocalisedText } from '../people/localised';

/** What a field of a request form takes. `link` and `video` take several addresses, one a line. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'choice',
  'choices',
  'yesNo',
  'date',
  'number',
  'link',
  'video',
  'version',
  'file',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/**
 * How much a field is needed: without a `required` one the request is refused; an `expected` one is asked for while the
 * request is being written, and counts for its completeness; an `optional` one may be left out in silence.
 */
export const FIELD_NEEDS = ['required', 'expected', 'optional'] as const;
export type FieldNeed = (typeof FIELD_NEEDS)[number];

/** One of the answers to choose from. The key is what is kept, so that a choice can be renamed. */
export type FieldOption = { key: string; name: LocalisedText };

/** A field of a request form, as an administrator made it. */
export type FormField = {
  key: string;
  kind: FieldKind;
  label: LocalisedText;
  /** What to write here, under the label. */
  help: LocalisedText | null;
  /** Why it matters, said while it is missing. */
  why: LocalisedText | null;
  need: FieldNeed;
  options: readonly FieldOption[];
};

/** Limits told beside the fields and kept by the server. Lengths in characters. */
export const FIELD_LIMITS = {
  text: 300,
  longText: 10_000,
  links: 10,
  options: 40,
  perType: 30,
} as const;

/** Whether a field of this kind is a list to choose from. */
export const hasOptions = (kind: FieldKind): boolean => kind === 'choice' || kind === 'choices';

/** A key out of a name, `Message d’erreur` → `message-d-erreur`: lower case, no accents, at most 40 characters. */
export const keyFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');

/** The first key of a name that nobody has: `message`, `message-2`, `message-3`… Names without a letter become `autre`. */
export const freeKey = (name: string, taken: readonly string[]): string => {
  const base = keyFrom(name) || 'autre';
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? base : `${base}-${count}`;
    if (!taken.includes(key)) return key;
  }
};

/** Reads the answers of a choice as people write them, one a line, `Français | English`. */
export const readOptions = (written: string, known: readonly FieldOption[]): FieldOption[] => {
  const lines = written
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([fr]) => fr);
  const options: FieldOption[] = [];
  for (const [fr = '', en = ''] of lines) {
    // A choice that keeps its French name keeps its key, and with it the requests that have it.
    const before = known.find((option) => option.name.fr === fr && !options.some(({ key }) => key === option.key));
    const taken = [...known, ...options].map(({ key }) => key);
    options.push({ key: before?.key ?? freeKey(fr, taken), name: { fr, ...(en ? { en } : {}) } });
  }
  return options;
};

/** The answers of a choice as `readOptions` reads them. */
export const writeOptions = (options: readonly FieldOption[]): string =>
  options.map(({ name }) => (name.en ? `${name.fr} | ${name.en}` : name.fr)).join('\n');
