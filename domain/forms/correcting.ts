import type { Phrase } from '../refusal';
import type { FormField } from './fields';
import { type FieldValue, type RawValue, readValue, writtenValue } from './values';

/** What the desk made of the answer to one field; `null` where there is none. */
export type FieldChange = { key: string; before: FieldValue | null; after: FieldValue | null };

/** What a form of the desk sends: its answers, and what stood in each field when it was drawn. */
export type CorrectedForm = {
  answers: Readonly<Record<string, RawValue | undefined>>;
  seen: Readonly<Record<string, string | undefined>>;
};

type Corrections = {
  changes: FieldChange[];
  /** What cannot be kept, by the key of its field. */
  faults: Record<string, Phrase>;
  /** The fields that somebody else has changed since they were drawn. */
  meanwhile: string[];
};

const asSent = (raw: RawValue): string =>
  typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').trim() : raw.join(',');

/** A field as it was sent: untouched, at fault, or with what it is to say. */
const readOne = (
  field: FormField,
  raw: RawValue,
  seen: string,
): 'untouched' | { fault: Phrase } | { after: FieldValue | null } => {
  if (asSent(raw) === seen) return 'untouched';
  const read = readValue(field, raw);
  if ('fault' in read) return read;
  if (writtenValue(field.kind, read.value) === seen) return 'untouched';
  // What a customer has left out may still be unknown; what is there and has to be is not taken away.
  return read.value === null && field.need === 'required'
    ? { fault: { key: 'errors.required' } }
    : { after: read.value };
};

/**
 * Reads what the desk changes in the answers of a form; `kept` are the answers as they stand. A field that is as it was
 * drawn changes nothing, whatever it says, so that what was valid once stays. Of files the ids are read; whether they may
 * be there is settled where they are claimed.
 */
export const readCorrections = (
  fields: readonly FormField[],
  kept: Readonly<Record<string, FieldValue | undefined>>,
  { answers, seen }: CorrectedForm,
): Corrections => {
  const found: Corrections = { changes: [], faults: {}, meanwhile: [] };
  for (const field of fields) {
    const raw = answers[field.key];
    if (raw === undefined) continue;
    const drawn = seen[field.key] ?? '';
    const read = readOne(field, raw, drawn);
    if (read === 'untouched') continue;
    if ('fault' in read) {
      found.faults[field.key] = read.fault;
      continue;
    }
    const before = kept[field.key] ?? null;
    const standing = writtenValue(field.kind, before);
    if (standing === writtenValue(field.kind, read.after)) continue;
    if (standing === drawn) found.changes.push({ key: field.key, before, after: read.after });
    else found.meanwhile.push(field.key);
  }
  return found;
};

const isSame = (one: FieldValue | null, other: FieldValue | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * What brings the answers back to how they stood before some changes: those that say since what the changes made of them.
 * What somebody has changed again stays.
 */
export const changesBack = (
  changes: readonly FieldChange[],
  kept: Readonly<Record<string, FieldValue | undefined>>,
): FieldChange[] =>
  changes
    .filter(({ key, after }) => isSame(kept[key] ?? null, after))
    .map(({ key, before, after }) => ({ key, before: after, after: before }));
