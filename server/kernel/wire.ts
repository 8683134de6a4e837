import superjson from 'superjson';

type Marks = Record<string, ['Date']>;
type Told = { json: unknown; meta?: unknown };

/** Deeper things may contain themselves. */
const DEEPEST = 64;

const escaped = (key: string): string => (/[.\\]/.test(key) ? key.replaceAll(/[.\\]/g, (sign) => `\\${sign}`) : key);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** What JSON says as it is, and what most of an answer consists of: for these nobody needs to know where they stand. */
const isSaidAsItIs = (value: unknown): boolean => {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0);
};

/** Marks the dates below a value by their paths; false for what JSON cannot say and superjson can. */
const mark = (value: unknown, path: string, marks: Marks, depth: number): boolean => {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  if (value instanceof Date) {
    if (!Number.isNaN(value.getTime())) marks[path] = ['Date'];
    return true;
  }
  const before = path === '' ? '' : `${path}.`;
  if (Array.isArray(value)) {
    // What is missing in a list JSON would tell as null.
    return value.every(
      (item, index) => item !== undefined && (isSaidAsItIs(item) || mark(item, `${before}${index}`, marks, depth + 1)),
    );
  }
  if (!isPlain(value)) return false;
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key];
    // JSON leaves out what is undefined, and nobody asks whether a field is missing or undefined.
    if (!isSaidAsItIs(part) && !mark(part, `${before}${escaped(key)}`, marks, depth + 1)) return false;
  }
  return true;
};

/**
 * An answer as superjson would write it, which is what everybody who asks reads it with. Answers are made of texts,
 * numbers, lists and dates: for these it takes a fraction of superjson's time, which for a list of requests was a sixth of
 * all that the server did. What else there may be (sets, maps, bigints, cycles) is left to superjson. An object that stands
 * in two places is told twice, without a note that it was one.
 */
export const toldAs = (value: unknown): Told => {
  const marks: Marks = {};
  const isTold = typeof value === 'object' && value !== null && !(value instanceof Date) && mark(value, '', marks, 0);
  if (!isTold) return superjson.serialize(value);
  return Object.keys(marks).length > 0 ? { json: value, meta: { values: marks, v: 1 } } : { json: value };
};
