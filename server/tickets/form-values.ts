import { z } from 'zod';
import type { RequestField } from '@/db/forms/queries';
import type { FormField } from '@/domain/forms/fields';
import { type FieldValue, readValues, toldValue } from '@/domain/forms/values';
import type { Locale } from '@/domain/people/locale';
import { inLocale } from '@/domain/people/localised';
import type { Phrase } from '@/domain/refusal';
import { type Body, bodyFromText } from '../kernel/bodies';

/** What a form sends for the fields of its type, by their keys. */
export const answersField = z
  .record(z.string().max(60), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(60)]))
  .default({});

type Sent = { answers: z.output<typeof answersField>; files: readonly { id: string; name?: string }[] };

/** The values of a form's fields, and what is wrong by the path of the input. A file must be among those that were sent along. */
export const formValues = (
  fields: readonly FormField[],
  { answers, files }: Sent,
): { values: Record<string, FieldValue>; faults: Record<string, Phrase> } => {
  const { values, faults } = readValues(fields, answers);
  const known = new Set(files.map(({ id }) => id));
  for (const field of fields) {
    const value = values[field.key];
    if (field.kind === 'file' && Array.isArray(value) && value.some((id) => !known.has(id))) {
      faults[field.key] = { key: 'errors.fileGone' };
    }
  }
  return {
    values,
    faults: Object.fromEntries(Object.entries(faults).map(([key, phrase]) => [`answers.${key}`, phrase])),
  };
};

const YES = '✓';
const NO = '–';

const wordsOf = (field: RequestField, value: FieldValue, locale: Locale): string => {
  const told = toldValue(field, value);
  switch (told.kind) {
    case 'words':
      return told.words;
    case 'links':
      return told.links.join('\n');
    case 'options':
      return told.names.map((name) => inLocale(name, locale)).join(', ');
    case 'number':
      return new Intl.NumberFormat(locale).format(told.number);
    case 'date':
      return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${told.date}T12:00Z`),
      );
    case 'yesNo':
      return told.yes ? YES : NO;
    default:
      return '';
  }
};

/** The page a request is about, for lists and side panels: the first address its form was given. */
export const firstLink = (
  fields: readonly FormField[],
  values: Readonly<Record<string, FieldValue>>,
): string | null => {
  const field = fields.find(({ kind, key }) => kind === 'link' && values[key] !== undefined);
  const value = field && values[field.key];
  return Array.isArray(value) ? (value[0] ?? null) : null;
};

/** The values as a reader of mails sees them and as they are searched: each under its label. Files are listed as files. */
export const valuesBody = (
  fields: readonly RequestField[],
  values: Readonly<Record<string, FieldValue>>,
  locale: Locale,
): Body => {
  const parts = fields.flatMap((field) => {
    const value = values[field.key];
    const words = value === undefined ? '' : wordsOf(field, value, locale);
    return words ? [`${inLocale(field.label, locale)}\n${words}`] : [];
  });
  return parts.length > 0 ? bodyFromText(parts.join('\n\n')) : { html: '', text: '' };
};
