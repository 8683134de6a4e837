import { z } from 'zod';
import { holdQueuedMails, withdrawMails } from '@/db/kernel/mails';
import { deleteFollower } from '@/db/tickets/followers';
import { deleteLink } from '@/db/tickets/links';
import { appendTicketEvent, type Ticket, visibleTicket } from '@/db/tickets/queries';
import { recomputeTicket, ticketHistory } from '@/db/tickets/recompute';
import { tellOfTicket } from '@/db/tickets/telling';
import { deleteTie } from '@/db/tickets/ties';
import { markUndone, stepForUpdate } from '@/db/tickets/undo';
import { Refusal } from '@/domain/refusal';
import type { MergedData } from '@/domain/tickets/history';
import { mergeIn } from '@/domain/tickets/merging';
import { type ActionContext, action } from '../kernel/action';
import { pairForUpdate } from './pair';
import { customersOf } from './people-to-tell';
import { actorId, threadOf } from './progress';

type Context = ActionContext<{ number: number }>;

/** Holds back the mails of a merge that have not left; answers whether they were all of them. */
const holdBack = async ({ tx, now }: Context, ticket: Ticket, stepId: string): Promise<boolean> => {
  const step = await stepForUpdate(tx, stepId);
  if (!step || step.usedAt !== null || step.expiresAt <= now) return false;
  const allThere = await holdQueuedMails(tx, step.mailIds);
  await withdrawMails(tx, step.mailIds, [threadOf(ticket)]);
  await markUndone(tx, step.id, now);
  return allThere;
};

/** Takes people out of copy, the link and the ties away, as far as the merge had brought them. */
const cleanUp = async (
  { tx }: Context,
  [ticket, target]: readonly [Ticket, Ticket],
  { at, left }: { at: number; left: MergedData },
) => {
  for (const userId of left.copied) {
    if (await deleteFollower(tx, target.id, userId)) await tellOfTicket(tx, target.id, userId);
  }
  if (left.linked) await deleteLink(tx, { ticketId: ticket.id, otherId: target.id, role: 'duplicate_of' });
  // One that was taken away since and made anew is somebody's own.
  for (const tie of left.tied ?? []) await deleteTie(tx, target.id, tie, new Date(at));
};

/** The people of the request, who were told that it goes on elsewhere, are told that it does not. */
const tell = async ({ tx, actor, outbox }: Context, ticket: Ticket): Promise<void> => {
  const author = actor.kind === 'user' ? actor.name : '';
  for (const person of await customersOf(tx, ticket)) {
    if (person.id === actorId(actor)) continue;
    const inCopy = person.id !== ticket.requesterId;
    const data = { number: ticket.number, subject: ticket.subject, author, inCopy };
    await outbox.mail({ template: 'tickets.unmerged', to: person, thread: threadOf(ticket), data });
  }
};

/**
 * Takes a merge back, whoever made it and however long ago: the request stands as it stood, its people leave the copy of
 * the other one, the link goes, and so do the ties that it brought. The facts stay in both histories and count no more. Refuses (`conflict`) a request that
 * does not go on in another one.
 */
export const unmerge = action({
  permission: 'tickets.unmerge',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run(context) {
    const { tx, actor, input, now, outbox, audit } = context;
    const seen = await visibleTicket(tx, actor, input.number);
    if (seen.duplicateOf === null) throw new Refusal('conflict', 'errors.notMerged');
    const { ticket, other } = await pairForUpdate(context, input.number, { number: seen.duplicateOf, field: 'number' });
    const merge = mergeIn(await ticketHistory(tx, ticket.id), await ticketHistory(tx, other.id), ticket.number);
    if (!merge || ticket.duplicateOf !== other.number) throw new Refusal('conflict', 'errors.notMerged');
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'undone' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { facts: merge.ticketFacts } });
    if (merge.targetFacts.length > 0) {
      await appendTicketEvent(tx, other.id, { ...fact, data: { facts: merge.targetFacts } });
    }
    if (merge.left) await cleanUp(context, [ticket, other], { at: merge.at, left: merge.left });
    await recomputeTicket(tx, ticket.id);
    await recomputeTicket(tx, other.id);
    if (!(merge.left && (await holdBack(context, ticket, merge.left.step)))) await tell(context, ticket);
    await outbox.index('request', String(ticket.number));
    await outbox.index('request', String(other.number));
    audit({ type: 'ticket', id: ticket.id }, { outOf: other.number, removed: merge.left?.copied.length ?? 0 });
    return { number: ticket.number };
  },
});
