import { z } from 'zod';
import { formOf } from '@/db/forms/queries';
import { firstMessage, setPageUrl, setSearchedText } from '@/db/tickets/first-words';
import { appendTicketEvent, type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { changeValues, valuesOf } from '@/db/tickets/values';
import { type FieldChange, readCorrections } from '@/domain/forms/correcting';
import type { FieldValue } from '@/domain/forms/values';
import { type Phrase, Refusal } from '@/domain/refusal';
import { STATUS_RULES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import { noteCompleteness } from './completing';
import { answersField, firstLink, valuesBody } from './form-values';
import { actorId } from './progress';

const input = z.object({
  number: z.coerce.number().int().positive(),
  /** What the fields are to say, by their keys; those left out stay as they are. */
  answers: answersField,
  /** What stood in each field when its form was drawn. */
  seen: z.record(z.string().max(60), z.string().max(20_000)).default({}),
});
type Context = ActionContext<z.output<typeof input>>;
type Form = Awaited<ReturnType<typeof formOf>>;
type Values = Readonly<Record<string, FieldValue>>;

const MEANWHILE: Phrase = { key: 'errors.answerChangedMeanwhile' };

const beside = (faults: Readonly<Record<string, Phrase>>): Record<string, Phrase> =>
  Object.fromEntries(Object.entries(faults).map(([key, phrase]) => [`answers.${key}`, phrase]));

const checkedChanges = ({ fields }: Form, kept: Values, form: Context['input']): FieldChange[] => {
  const { changes, faults, meanwhile } = readCorrections(fields, kept, form);
  const all = beside({ ...faults, ...Object.fromEntries(meanwhile.map((key) => [key, MEANWHILE])) });
  if (meanwhile.length > 0) throw new Refusal('conflict', 'errors.answersChangedMeanwhile', {}, all);
  if (Object.keys(all).length > 0) throw new Refusal('invalid', 'errors.invalid', {}, all);
  return changes;
};

const changed = (kept: Values, changes: readonly FieldChange[]): Values => {
  const values: Record<string, FieldValue> = { ...kept };
  for (const { key, after } of changes) {
    if (after === null) delete values[key];
    else values[key] = after;
  }
  return values;
};

/** The words of the answers also stand in the text by which the first message is found. */
const searchedText = (text: string, before: string, after: string): string => {
  const own = before && text.endsWith(before) ? text.slice(0, -before.length).trimEnd() : text;
  return [own, after].filter(Boolean).join('\n\n');
};

/** What is found and listed by the answers follows them: the text of the first message, and the page it is about. */
const followValues = async (tx: Context['tx'], ticket: Ticket, { fields }: Form, before: Values, after: Values) => {
  const first = await firstMessage(tx, ticket.id);
  const words = (values: Values) => valuesBody(fields, values, ticket.locale).text;
  if (first) await setSearchedText(tx, first.id, searchedText(first.bodyText, words(before), words(after)));
  const link = firstLink(fields, after);
  if (ticket.pageUrl === firstLink(fields, before) && ticket.pageUrl !== link) await setPageUrl(tx, ticket.id, link);
};

/**
 * Fills in or puts right what a request says in the fields of its form: what the customer said on the telephone or in an
 * answer. What is complete by it, or no longer, is marked so, and its deadlines follow. Refuses what cannot be kept beside
 * its field (`invalid`), fields that somebody else has changed since they were drawn (`conflict`), and closed requests (`conflict`).
 */
export const correct = action({
  permission: 'tickets.correct',
  input,
  async run(context) {
    const { tx, actor, input: given, now, outbox, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, given.number);
    if (STATUS_RULES[ticket.status].customerState === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
    const form = await formOf(tx, ticket.typeKey);
    const kept: Values = Object.fromEntries((await valuesOf(tx, ticket.id)).map(({ key, value }) => [key, value]));
    const changes = checkedChanges(form, kept, given);
    audit({ type: 'ticket', id: ticket.id }, { fields: changes.length });
    if (changes.length === 0) return { number: ticket.number, changed: 0 };
    const values = changed(kept, changes);
    await changeValues(tx, ticket.id, form.fields, changes);
    await followValues(tx, ticket, form, kept, values);
    const fact = { at: now.getTime(), actorId: actorId(actor) };
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'corrected', data: { changes } });
    await noteCompleteness(context, ticket, form, [
      { answered: Object.keys(kept), criticality: ticket.criticality },
      { answered: Object.keys(values), criticality: ticket.criticality },
    ]);
    await recomputeTicket(tx, ticket.id);
    await outbox.index('request', String(ticket.number));
    return { number: ticket.number, changed: changes.length };
  },
});
