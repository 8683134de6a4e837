import type { Phrase } from '../refusal';
import { Temporal } from '../time/temporal';
import { FIELD_LIMITS, type FieldKind, type FormField } from './fields';

/** What is kept of a field: a text, a number, yes or no, or several texts (addresses, choices, files). */
export type FieldValue = string | number | boolean | string[];

/** What a form sends for a field. */
export type RawValue = string | readonly string[];

type Read = { value: FieldValue | null } | { fault: Phrase };

const NOTHING: Read = { value: null };
const fault = (key: string, data?: Phrase['data']): Read => ({ fault: data ? { key, data } : { key } });

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s]+/)
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];

const isHttps = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';

/** Houses of films that people send links of; a file that ends like a film is one, too. */
const VIDEO_HOSTS =
  /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|dai\.ly|loom\.com|screencast\.com|jam\.dev|zight\.com|tella\.tv|drive\.google\.com|1drv\.ms|sharepoint\.com|dropbox\.com|wetransfer\.com|we\.tl)$/;

/** Whether an address is that of a film, as far as an address can tell. */
export const isVideoAddress = (address: string): boolean => {
  if (!isHttps(address)) return false;
  const { hostname, pathname } = new URL(address);
  return (
    VIDEO_HOSTS.test(hostname) || /\/(?:videos\/watch|w)\//.test(pathname) || /\.(?:mp4|webm|mov)$/i.test(pathname)
  );
};

const readLinks = (text: string): Read => {
  const links = linesOf(text);
  if (links.length === 0) return NOTHING;
  const wrong = links.find((link) => !isHttps(link) || link.length > 2000);
  if (wrong !== undefined) return fault('errors.httpsLink');
  return links.length > FIELD_LIMITS.links
    ? fault('errors.tooManyLinks', { maximum: FIELD_LIMITS.links })
    : { value: links };
};

const readDate = (text: string): Read => {
  try {
    return { value: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() };
  } catch {
    return fault('errors.date');
  }
};

const readNumber = (text: string): Read => {
  const number = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? { value: number } : fault('errors.number');
};

const readText = (text: string, maximum: number): Read =>
  text.length > maximum ? fault('errors.tooBig.string', { maximum }) : { value: text };

const readOne = ({ kind, options }: FormField, text: string): Read => {
  switch (kind) {
    case 'choice':
      return options.some(({ key }) => key === text) ? { value: text } : fault('errors.choice');
    case 'yesNo':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : fault('errors.choice');
    case 'date':
      return readDate(text);
    case 'number':
      return readNumber(text);
    case 'link':
    case 'video':
      return readLinks(text);
    case 'longText':
      return readText(text, FIELD_LIMITS.longText);
    default:
      return readText(text, FIELD_LIMITS.text);
  }
};

/**
 * Reads what a form sent for a field: the value as it is kept, `null` for nothing, or what is wrong with it. Files are
 * given by their ids; whether they are the sender's is settled where they are claimed.
 */
export const readValue = (field: FormField, raw: RawValue | undefined): Read => {
  if (field.kind === 'choices' || field.kind === 'file') {
    const chosen = [...new Set((typeof raw === 'string' ? [raw] : (raw ?? [])).filter(Boolean))];
    if (field.kind === 'choices' && chosen.some((one) => !field.options.some(({ key }) => key === one))) {
      return fault('errors.choice');
    }
    return chosen.length > 0 ? { value: chosen } : NOTHING;
  }
  const text = (typeof raw === 'string' ? raw : (raw?.[0] ?? '')).replace(/\r\n?/g, '\n').trim();
  return text ? readOne(field, text) : NOTHING;
};

/** Reads all fields of a form: the values by key, and what is wrong by key; a required field left out is at fault. */
export const readValues = (
  fields: readonly FormField[],
  raw: Readonly<Record<string, RawValue | undefined>>,
): { values: Record<string, FieldValue>; faults: Record<string, Phrase> } => {
  const values: Record<string, FieldValue> = {};
  const faults: Record<string, Phrase> = {};
  for (const field of fields) {
    const read = readValue(field, raw[field.key]);
    if ('fault' in read) faults[field.key] = read.fault;
    else if (read.value !== null) values[field.key] = read.value;
    else if (field.need === 'required') {
      faults[field.key] = {
        key: field.kind === 'choice' || field.kind === 'yesNo' ? 'errors.choice' : 'errors.required',
      };
    }
  }
  return { values, faults };
};

/** A kept value as a form holds it, one text each: `readValue` reads the same from it. Addresses stand one a line, choices and files between commas. */
export const writtenValue = (kind: FieldKind, value: FieldValue | null | undefined): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(kind === 'choices' || kind === 'file' ? ',' : '\n');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
};

/** A date as it is kept, and what else is written as it is. */
type Written = { kind: 'words'; words: string } | { kind: 'date'; date: string } | { kind: 'links'; links: string[] };

/** How a value is told: words, a day, addresses, yes or no, or files by their ids. Texts of the house stay bilingual. */
export type ToldValue =
  | Written
  | { kind: 'options'; names: FormField['label'][] }
  | { kind: 'number'; number: number }
  | { kind: 'yesNo'; yes: boolean }
  | { kind: 'files'; ids: string[] };

/** How a kept value is told; choices that are gone since are told by their key. */
export const toldValue = ({ kind, options }: Pick<FormField, 'kind' | 'options'>, value: FieldValue): ToldValue => {
  if (Array.isArray(value)) {
    if (kind === 'file') return { kind: 'files', ids: value };
    if (kind !== 'choices') return { kind: 'links', links: value };
    return { kind: 'options', names: value.map((one) => options.find(({ key }) => key === one)?.name ?? { fr: one }) };
  }
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'yesNo', yes: value };
  if (kind === 'choice') {
    return { kind: 'options', names: [options.find(({ key }) => key === value)?.name ?? { fr: value }] };
  }
  return kind === 'date' ? { kind: 'date', date: value } : { kind: 'words', words: value };
};
