import { formOf } from '@/db/forms/queries';
import { releaseFiles } from '@/db/tickets/files';
import { firstMessage } from '@/db/tickets/first-words';
import { appendTicketEvent, type Ticket, ticketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { changesBack, type FieldChange } from '@/domain/forms/correcting';
import { notFound, Refusal } from '@/domain/refusal';
import type { TicketEvent } from '@/domain/tickets/history';
import { STATUS_RULES } from '@/domain/tickets/status';
import type { UndoData } from '@/domain/tickets/undo';
import type { ActionContext } from '../kernel/action';
import { type Measured, noteCompleteness, tipsCompleteness } from './completing';
import { actorId } from './sides';
import { keptValues, type Values, writeChanges } from './write-values';

type Context = Pick<ActionContext<unknown>, 'tx' | 'actor' | 'now'>;
type Changed = UndoData['changed'][number];

const idsIn = (values: Values): Set<string> =>
  new Set(Object.values(values).flatMap((value) => (Array.isArray(value) ? value : [])));

/** Files that came with the correction leave with it, unless another field has taken them up. */
const releaseNew = async ({ tx, now }: Context, ticket: Ticket, files: readonly FieldChange[], values: Values) => {
  const still = idsIn(values);
  const dropped = files.flatMap(({ before }) => (Array.isArray(before) ? before : [])).filter((id) => !still.has(id));
  const first = dropped.length > 0 ? await firstMessage(tx, ticket.id) : null;
  if (first) await releaseFiles(tx, first.id, dropped, now);
};

/** The facts that count no more: the correction, and the mark it brought while the meter goes back with it and nobody has set it anew. */
const factsBack = (
  { facts }: Changed,
  history: readonly TicketEvent[],
  ticket: Ticket,
  tips: boolean,
): { facts: number[]; withMark: boolean } => {
  const [corrected, ...rest] = facts;
  const mark = rest.find((place) => {
    const fact = history[place];
    return tips && fact?.kind === 'marked' && fact.data.on === ticket.complete;
  });
  return { facts: [corrected, mark].flatMap((place) => place ?? []), withMark: mark !== undefined };
};

/**
 * Takes back what somebody has written into a request's form: the answers stand as they stood but for those that were
 * changed again since, files that came with it go, and the meter and the deadlines follow. Answers how many fields stay as
 * they are. Refuses (`conflict`) where all of them were changed since, and a request that was closed.
 */
export const takeBackCorrection = async (context: Context, one: Changed): Promise<{ stays: number }> => {
  const { tx, actor, now } = context;
  const ticket = await ticketForUpdate(tx, one.ticketId);
  if (!ticket) throw notFound('ticket');
  if (STATUS_RULES[ticket.status].customerState === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
  const history = await ticketHistory(tx, ticket.id);
  const corrected = history[one.facts[0] ?? -1];
  if (corrected?.kind !== 'corrected') throw new Error('a correction has a fact that is none');
  const form = await formOf(tx, ticket.typeKey);
  const kept = await keptValues(tx, ticket);
  const kinds = new Map(form.fields.map(({ key, kind }) => [key, kind]));
  const changes = changesBack(corrected.data.changes, kept).filter(({ key }) => kinds.has(key));
  if (changes.length === 0) throw new Refusal('conflict', 'errors.undoChangedSince');
  const values = await writeChanges(tx, ticket, form, { kept, changes });
  const files = changes.filter(({ key }) => kinds.get(key) === 'file');
  await releaseNew(context, ticket, files, values);
  const measured: [Measured, Measured] = [
    { answered: Object.keys(kept), criticality: ticket.criticality },
    { answered: Object.keys(values), criticality: ticket.criticality },
  ];
  const tips = await tipsCompleteness(tx, ticket, form, measured);
  const back = factsBack(one, history, ticket, tips);
  const fact = { at: now.getTime(), actorId: actorId(actor) };
  await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'undone', data: { facts: back.facts } });
  if (!back.withMark) await noteCompleteness(context, ticket, form, measured);
  await recomputeTicket(tx, ticket.id);
  return { stays: corrected.data.changes.length - changes.length };
};
