import { formOf } from '@/db/forms/queries';
import { firstMessage } from '@/db/tickets/first-words';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { ticketHistory } from '@/db/tickets/recompute';
import { describedIn } from '@/domain/tickets/completeness';
import type { ActionContext } from '../kernel/action';
import { missingOf } from './missing-parts';
import { actorId } from './sides';
import { keptValues } from './write-values';

type Context = Pick<ActionContext<unknown>, 'tx' | 'actor' | 'now'>;
type Form = Awaited<ReturnType<typeof formOf>>;

/** What the meter goes by, of a request as it was and as it is now: the fields with an answer, and whether it is graded. */
export type Measured = { answered: readonly string[]; criticality: string | null };

/** Whether nothing is missing that the form expects. */
const isWhole = (ticket: Ticket, form: Form, opening: string, { answered, criticality }: Measured): boolean =>
  missingOf(form, { subject: ticket.subject, criticality }, { answered, opening }).length === 0;

/** Whether the request is complete now, by the meter that its writer saw; `null` where the act has not decided that. */
const completeNow = (
  ticket: Ticket,
  form: Form,
  opening: string,
  [before, after]: [Measured, Measured],
): boolean | null => {
  const [was, is] = [isWhole(ticket, form, opening, before), isWhole(ticket, form, opening, after)];
  if (was === is || is === ticket.complete) return null;
  // What the urgent path was told in writing is all that such a matter waits for.
  return is || (form.type.needsCompleteness && ticket.urgency === null) ? is : null;
};

/** What describes the matter: the first message, and what was added to it where that said too little. */
export const openingOf = async (tx: Context['tx'], ticket: Ticket): Promise<string> =>
  `${(await firstMessage(tx, ticket.id))?.bodyHtml ?? ''} ${describedIn(await ticketHistory(tx, ticket.id))}`;

/** Whether an act makes the meter full that was not, or no longer full that was. */
export const tipsCompleteness = async (
  tx: Context['tx'],
  ticket: Ticket,
  form: Form,
  [before, after]: [before: Measured, after: Measured],
): Promise<boolean> => {
  const opening = await openingOf(tx, ticket);
  return isWhole(ticket, form, opening, before) !== isWhole(ticket, form, opening, after);
};

/**
 * Marks a request complete once nothing is missing that its form expects, or no longer complete, where the desk's act is
 * what decided it; its deadlines follow. The caller recomputes the row.
 */
export const noteCompleteness = async (
  { tx, actor, now }: Context,
  ticket: Ticket,
  form: Form,
  measured: [before: Measured, after: Measured],
): Promise<void> => {
  const on = completeNow(ticket, form, await openingOf(tx, ticket), measured);
  if (on === null) return;
  const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'marked' as const };
  await appendTicketEvent(tx, ticket.id, { ...fact, data: { mark: 'complete', on } });
};

/** Whether its deadlines have all that they wait for in a form of this type. */
const isEnough = (ticket: Ticket, form: Form, opening: string, answered: readonly string[]): boolean =>
  !form.type.needsCompleteness || ticket.urgency !== null || isWhole(ticket, form, opening, { ...ticket, answered });

/** How a request is filed: under which subject and type, whose form asks what, and the fields of it with an answer. */
export type Filed = { ticket: Ticket; form: Form; answered: readonly string[] };

/**
 * Whether a request is complete once it is filed under another subject or type, whose form asks for other things, or waits
 * for nothing; `null` where that does not decide it.
 */
export const completeRefiled = async (tx: Context['tx'], was: Filed, is: Filed): Promise<boolean | null> => {
  const { ticket: before } = was;
  const opening = await openingOf(tx, before);
  const on = isEnough(is.ticket, is.form, opening, is.answered);
  return on === isEnough(before, was.form, opening, was.answered) || on === before.complete ? null : on;
};

/** Marks it so. The caller recomputes the row. */
export const noteRefiled = async ({ tx, actor, now }: Context, was: Filed, is: Filed): Promise<void> => {
  const on = await completeRefiled(tx, was, is);
  if (on === null) return;
  const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'marked' as const };
  await appendTicketEvent(tx, was.ticket.id, { ...fact, data: { mark: 'complete', on } });
};

/** The same where its criticality was set for the first time: one of the parts that a form may ask for. */
export const noteGraded = async (context: Context, ticket: Ticket, level: string): Promise<void> => {
  if (ticket.complete || ticket.criticality !== null) return;
  const form = await formOf(context.tx, ticket.typeKey);
  const answered = Object.keys(await keptValues(context.tx, ticket));
  await noteCompleteness(context, ticket, form, [
    { answered, criticality: null },
    { answered, criticality: level },
  ]);
};
