import { formOf } from '@/db/forms/queries';
import { appendTicketEvent, type Ticket, ticketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { setSubjectAndType } from '@/db/tickets/refiling';
import { notFound, Refusal } from '@/domain/refusal';
import type { RefiledData, TicketEvent } from '@/domain/tickets/history';
import { STATUS_RULES } from '@/domain/tickets/status';
import type { UndoData } from '@/domain/tickets/undo';
import type { ActionContext } from '../kernel/action';
import { completeRefiled } from './completing';
import { actorId } from './sides';
import { keptValues, moveValues } from './write-values';

type Context = Pick<ActionContext<unknown>, 'tx' | 'actor' | 'now'>;
type Changed = UndoData['changed'][number];

/** Under what the request was filed before, as far as nobody has filed it anew since. */
const filedBack = ({ subject, type }: RefiledData, ticket: Ticket): Ticket => ({
  ...ticket,
  subject: subject && subject.after === ticket.subject ? subject.before : ticket.subject,
  typeKey: type && type.after === ticket.typeKey ? type.before : ticket.typeKey,
});

/** The facts that count no more with it: who was given the request by it, while they have it still, and the mark it brought. */
const givenBack = ({ facts, made }: Changed, history: readonly TicketEvent[], ticket: Ticket): number[] =>
  ticket.teamId === made.teamId && ticket.assigneeId === made.assigneeId
    ? facts.filter((place) => history[place]?.kind === 'routed' || history[place]?.kind === 'assigned')
    : [];

const markBack = ({ facts }: Changed, history: readonly TicketEvent[], on: boolean): number | undefined =>
  facts.find((place) => {
    const fact = history[place];
    return fact?.kind === 'marked' && fact.data.on !== on;
  });

/**
 * Files a request again as it was before somebody put that right: subject and type as far as nobody has changed them since,
 * the answers in the form of the type, the deadlines, and the team where the request is where it was given. Answers how
 * many of the two stay. Refuses (`conflict`) where both were changed since, and a request that was closed.
 */
export const takeBackRefiling = async (context: Context, one: Changed): Promise<{ stays: number }> => {
  const { tx, actor, now } = context;
  const ticket = await ticketForUpdate(tx, one.ticketId);
  if (!ticket) throw notFound('ticket');
  if (STATUS_RULES[ticket.status].customerState === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
  const history = await ticketHistory(tx, ticket.id);
  const refiled = history[one.facts[0] ?? -1];
  if (refiled?.kind !== 'refiled') throw new Error('a refiling has a fact that is none');
  const back = filedBack(refiled.data, ticket);
  const turned = [back.subject !== ticket.subject, back.typeKey !== ticket.typeKey].filter(Boolean).length;
  if (turned === 0) throw new Refusal('conflict', 'errors.undoFiledSince');
  await setSubjectAndType(tx, ticket.id, back);
  const [before, after] = [await formOf(tx, ticket.typeKey), await formOf(tx, back.typeKey)];
  const was = { ticket, form: before, answered: Object.keys(await keptValues(tx, ticket)) };
  if (back.typeKey !== ticket.typeKey) await moveValues(tx, ticket, before, after);
  const is = { ticket: back, form: after, answered: Object.keys(await keptValues(tx, back)) };
  const given = back.typeKey === ticket.typeKey ? [] : givenBack(one, history, ticket);
  const on = await completeRefiled(tx, was, is);
  const mark = on === null ? undefined : markBack(one, history, on);
  const fact = { at: now.getTime(), actorId: actorId(actor) };
  const facts = [...one.facts.slice(0, 1), ...given, ...(mark === undefined ? [] : [mark])];
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'undone', data: { facts } });
  if (on !== null && mark === undefined) {
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'marked', data: { mark: 'complete', on } });
  }
  await recomputeTicket(tx, ticket.id);
  return { stays: Object.keys(refiled.data).length - turned };
};
