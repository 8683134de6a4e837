import type { formOf } from '@/db/forms/queries';
import { firstMessage, setPageUrl, setSearchedText } from '@/db/tickets/first-words';
import type { Ticket } from '@/db/tickets/queries';
import { moveValuesToType } from '@/db/tickets/refiling';
import { changeValues, valuesOf } from '@/db/tickets/values';
import type { FieldChange } from '@/domain/forms/correcting';
import type { FieldValue } from '@/domain/forms/values';
import type { ActionContext } from '../kernel/action';
import { firstLink, valuesBody } from './form-values';

type Tx = ActionContext<unknown>['tx'];
type Form = Awaited<ReturnType<typeof formOf>>;
export type Values = Readonly<Record<string, FieldValue>>;

type Filed = Pick<Ticket, 'id' | 'typeKey'>;

/** What a request says in the fields of its form, by their keys; what it said in the form of another type is no answer there. */
export const keptValues = async (tx: Tx, { id, typeKey }: Filed): Promise<Values> => {
  const own = (await valuesOf(tx, id)).filter((value) => value.typeKey === typeKey);
  return Object.fromEntries(own.map(({ key, value }) => [key, value]));
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
const followValues = async (tx: Tx, ticket: Ticket, { fields }: Form, before: Values, after: Values): Promise<void> => {
  const first = await firstMessage(tx, ticket.id);
  const words = (values: Values) => valuesBody(fields, values, ticket.locale).text;
  if (first) await setSearchedText(tx, first.id, searchedText(first.bodyText, words(before), words(after)));
  const link = firstLink(fields, after);
  if (ticket.pageUrl === firstLink(fields, before) && ticket.pageUrl !== link) await setPageUrl(tx, ticket.id, link);
};

/** Writes changes of the answers with all that follows from them, and answers how they stand then. */
export const writeChanges = async (
  tx: Tx,
  ticket: Ticket,
  form: Form,
  { kept, changes }: { kept: Values; changes: readonly FieldChange[] },
): Promise<Values> => {
  const values = changed(kept, changes);
  await changeValues(tx, ticket.id, form.fields, changes);
  await followValues(tx, ticket, form, kept, values);
  return values;
};

/**
 * Lets the answers stand in the form of another type, where that asks for the same; those it does not ask for stay with the
 * request, and by all of them it is found as before. The way back leaves what stood there before the way out.
 */
export const moveValues = async (tx: Tx, ticket: Ticket, before: Form, after: Form): Promise<void> => {
  const words = async ({ type, fields }: Form): Promise<string> =>
    valuesBody(fields, await keptValues(tx, { id: ticket.id, typeKey: type.key }), ticket.locale).text;
  const [former, leftThere] = [await words(before), await words(after)];
  await moveValuesToType(tx, ticket, after.type.key);
  const first = await firstMessage(tx, ticket.id);
  if (!first) return;
  // Last what the new form says: whatever is changed there later takes its place. What stood there already stands before it.
  const own = searchedText(searchedText(first.bodyText, former, ''), leftThere, '');
  await setSearchedText(tx, first.id, [own, await words(before), await words(after)].filter(Boolean).join('\n\n'));
};
