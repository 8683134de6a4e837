import type { RequestField } from '@/db/forms/queries';
import type { valuesOf } from '@/db/tickets/values';
import { hasOptions } from '@/domain/forms/fields';
import { type ToldValue, toldValue, writtenValue } from '@/domain/forms/values';
import type { LocalisedText } from '@/domain/people/localised';
import { DESCRIPTION_KEY } from '@/domain/tickets/completeness';
import type { TicketEvent } from '@/domain/tickets/history';

type Values = Awaited<ReturnType<typeof valuesOf>>;

/** A file as the form of the desk names it. */
type NamedFile = { id: string; name: string };

/**
 * The fields of a request's form as the desk fills them in, each with what stands in it, and files by their names. A choice
 * that is gone from the form stays one where it was chosen, so that nothing is lost by looking at it.
 */
export const correctableFields = (fields: readonly RequestField[], values: Values, files: readonly NamedFile[]) =>
  fields.map(({ key, kind, label, help, why, need, options }) => {
    const written = writtenValue(kind, values.find((value) => value.key === key)?.value);
    const chosen = written.split(',').filter(Boolean);
    const gone = hasOptions(kind) ? chosen.filter((one) => !options.some((option) => option.key === one)) : [];
    const all = [...options, ...gone.map((one) => ({ key: one, name: { fr: one } }))];
    const own = kind === 'file' ? files.filter(({ id }) => chosen.includes(id)) : [];
    return {
      key,
      kind,
      label,
      help,
      why,
      need,
      options: all,
      written,
      files: own.map(({ id, name }) => ({ id, name })),
    };
  });

/** One answer as a correction tells it: how the field is called, and what it said before and says since. */
export type ToldChange = {
  key: string;
  label: LocalisedText | null;
  before: ToldValue | null;
  after: ToldValue | null;
};

/** What a fact has changed in the answers of a form; nothing for facts of other kinds. */
export const toldChanges = (event: TicketEvent, fields: readonly RequestField[], values: Values): ToldChange[] => {
  if (event.kind !== 'corrected') return [];
  // A description that was added is read in the conversation.
  const changes = event.data.changes.filter(({ key }) => key !== DESCRIPTION_KEY);
  return changes.map(({ key, before, after }) => {
    const field = [...fields, ...values].find((one) => one.key === key);
    const form = field ?? { kind: 'text' as const, options: [] };
    const told = (value: typeof before) => (value === null ? null : toldValue(form, value));
    return { key, label: field?.label ?? null, before: told(before), after: told(after) };
  });
};
