import type { FieldNeed } from '../forms/fields';
import { CRITICALITY_QUESTIONS } from '../sla/criticality';
import { standing, type TicketEvent } from './history';
import { TICKET_LIMITS } from './messages';
import { isGenericSubject } from './subjects';

/** A part that a good request has. Fields are named by their key. */
export type Part = { kind: 'subject' | 'description' | 'criticality' } | { kind: 'field'; key: string };

export type Completeness = {
  missing: Part[];
  /** How many of the parts are there. */
  done: number;
  of: number;
};

/** Fewer words than these rarely say what was done, what happened and what was expected. */
const TELLING_WORDS = 8;

const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** What stands for the description among the answers that were filled in later; no field of a form can have such a key. */
export const DESCRIPTION_KEY = '$description';

/** What was told later where the description said too little. */
export const describedIn = (events: readonly TicketEvent[]): string =>
  standing(events)
    .flatMap((event) => (event.kind === 'corrected' ? event.data.changes : []))
    .flatMap(({ key, after }) => (key === DESCRIPTION_KEY && typeof after === 'string' ? [after] : []))
    .join(' ');

type Form = { asksCriticality: boolean; fields: readonly { key: string; need: FieldNeed }[] };

/**
 * How complete a request is while it is being written, by the form of its type: a telling subject, a description of some
 * words, the fields that are required or expected, and all three questions of criticality where they are asked.
 * `written` holds the form's texts by name, fields as `answers.<key>`.
 */
export const completenessOf = (form: Form, written: Readonly<Record<string, string | undefined>>): Completeness => {
  const text = (name: string) => written[name]?.trim() ?? '';
  const subject = text('subject');
  const parts: [Part, boolean][] = [
    [{ kind: 'subject' }, subject.length >= TICKET_LIMITS.subject.min && !isGenericSubject(subject)],
    [{ kind: 'description' }, wordCount(text('description')) >= TELLING_WORDS],
    ...form.fields
      .filter(({ need }) => need !== 'optional')
      .map(({ key }): [Part, boolean] => [{ kind: 'field', key }, text(`answers.${key}`) !== '']),
  ];
  if (form.asksCriticality) {
    parts.push([
      { kind: 'criticality' },
      Object.keys(CRITICALITY_QUESTIONS).every((question) => text(question) !== ''),
    ]);
  }
  const missing = parts.filter(([, there]) => !there).map(([part]) => part);
  return { missing, done: parts.length - missing.length, of: parts.length };
};
