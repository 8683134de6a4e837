import type { RequestField, RequestType } from '@/db/forms/queries';
import type { Ticket } from '@/db/tickets/queries';
import type { LocalisedText } from '@/domain/people/localised';
import { CRITICALITY_QUESTIONS } from '@/domain/sla/criticality';
import { completenessOf, type Part } from '@/domain/tickets/completeness';

type Form = { asksCriticality: boolean; fields: readonly Pick<RequestField, 'key' | 'need'>[] };
type Said = { subject: string; description: string; answered: readonly string[]; graded: boolean };

/** What a request lacks of the parts that its form expects, by the very rule of the meter that its writer saw. */
export const missingParts = (form: Form, { subject, description, answered, graded }: Said): Part[] => {
  const questions = graded ? Object.keys(CRITICALITY_QUESTIONS) : [];
  const there = [...answered.map((key) => `answers.${key}`), ...questions].map((name) => [name, name] as const);
  return completenessOf(form, { subject, description, ...Object.fromEntries(there) }).missing;
};

/** How many parts the form of a type expects in all. */
export const partsOf = ({ asksCriticality }: RequestType, fields: readonly RequestField[]): number =>
  completenessOf({ asksCriticality, fields }, {}).of;

/** A part that is missing, with what its form calls it and why it matters; those that every form has are named by their kind. */
export type MissingPart = { kind: Part['kind']; key: string; label: LocalisedText | null; why: LocalisedText | null };

const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, ' ');

/**
 * What a request lacks, in the order of its form; `answered` are the keys of the fields that say something, `opening` is the
 * sanitised HTML of what describes it.
 */
export const missingOf = (
  { type, fields }: { type: RequestType; fields: readonly RequestField[] },
  { subject, criticality }: Pick<Ticket, 'subject' | 'criticality'>,
  { answered, opening }: { answered: readonly string[]; opening: string },
): MissingPart[] => {
  const said = { subject, description: wordsOf(opening), answered, graded: criticality !== null };
  return missingParts({ asksCriticality: type.asksCriticality, fields }, said).map((part) => {
    if (part.kind !== 'field') return { kind: part.kind, key: part.kind, label: null, why: null };
    const field = fields.find(({ key }) => key === part.key);
    return { kind: part.kind, key: part.key, label: field?.label ?? null, why: field?.why ?? null };
  });
};
