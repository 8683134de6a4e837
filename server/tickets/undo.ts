import { z } from 'zod';
import type { Tx } from '@/db/client';
import { deleteMail, holdQueuedMails, queuedDigests, rewriteMail, withdrawMails } from '@/db/kernel/mails';
import { appendTicketEvent, ticketForUpdate, withdrawMessage } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { addTags, dropTags } from '@/db/tickets/tags';
import { markUndone, ownUndoStepForUpdate } from '@/db/tickets/undo';
import type { MailTemplates } from '@/domain/mail/templates';
import { notFound, Refusal } from '@/domain/refusal';
import type { UndoData } from '@/domain/tickets/undo';
import { action } from '../kernel/action';
import { threadOf } from './progress';
import { takeBackCorrection } from './uncorrect';
import { takeBackRefiling } from './unrefile';

type Changed = UndoData['changed'][number];

/**
 * Takes one request back to how it stood; answers whether it was. An act over many leaves alone what somebody has changed
 * since; an answer that was not read by anybody yet is taken back in any case.
 */
const takeBack = async (
  tx: Tx,
  data: UndoData,
  one: Changed,
  by: { at: number; actorId: string },
): Promise<boolean> => {
  const ticket = await ticketForUpdate(tx, one.ticketId);
  if (!ticket) return false;
  const { status, teamId, assigneeId, criticality } = one.made;
  const asMade =
    ticket.status === status &&
    ticket.teamId === teamId &&
    ticket.assigneeId === assigneeId &&
    ticket.criticality === criticality;
  if (!asMade && data.act !== 'send') return false;
  await appendTicketEvent(tx, ticket.id, { ...by, kind: 'undone', data: { facts: one.facts } });
  await dropTags(tx, ticket.id, one.tagsAdded);
  await addTags(tx, ticket.id, one.tagsDropped);
  await recomputeTicket(tx, ticket.id);
  return true;
};

/** Requests that were taken back are told of by nobody: mails about several of them name the others alone. */
const narrowDigests = async (tx: Tx, mailIds: readonly string[], restored: readonly number[]): Promise<void> => {
  for (const mail of await queuedDigests(tx, mailIds)) {
    if (mail.template !== 'tickets.given') continue;
    // The row was written by `outbox.mail`, whose type ties the data to the template.
    const data = mail.data as MailTemplates['tickets.given'];
    const requests = data.requests.filter(({ number }) => !restored.includes(number));
    if (requests.length === 0) await deleteMail(tx, mail.id);
    else await rewriteMail(tx, mail.id, { ...data, requests });
  }
};

/**
 * Takes an act back, in time and by who did it: many requests changed at once, an answer that has not left, what was
 * written into a form, or under what a request was filed anew (`stays` counts the fields that somebody has changed again since). The facts stay in the histories and
 * count no more, and mails that had not left do not leave. Answers the text of an answer, to be written on. Refuses
 * (`conflict`) what is too late, was done already, or is being sent at this very moment.
 */
export const undo = action({
  permission: 'tickets.undo',
  input: z.object({ token: z.uuid() }),
  async run({ tx, actor, input, now, outbox, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const since = performance.now();
    const step = await ownUndoStepForUpdate(tx, input.token, actor.id);
    // A merge has a verb of its own, which knows all that it left behind, and so has a view.
    if (step.data.act === 'merge' || step.data.act === 'dropView') throw notFound('undo');
    if (step.usedAt !== null || step.expiresAt <= now) throw new Refusal('conflict', 'errors.undoOver');
    // Before anything else is held: a mail that has been read tells of what would then not have happened.
    if (!(await holdQueuedMails(tx, step.mailIds))) throw new Refusal('conflict', 'errors.undoLeft');
    await markUndone(tx, step.id, now);
    const { act, changed } = step.data;
    const restored: number[] = [];
    let stays = 0;
    for (const one of changed) {
      if (act === 'correct') stays += (await takeBackCorrection({ tx, actor, now }, one)).stays;
      else if (act === 'refile') stays += (await takeBackRefiling({ tx, actor, now }, one)).stays;
      else if (!(await takeBack(tx, step.data, one, { at: now.getTime(), actorId: actor.id }))) continue;
      restored.push(one.number);
    }
    await withdrawMails(
      tx,
      step.mailIds,
      restored.map((number) => threadOf({ number })),
    );
    await narrowDigests(tx, step.mailIds, restored);
    // The token of an answer is the id of its message.
    const body = act === 'send' ? await withdrawMessage(tx, step.id, now) : null;
    if (act === 'send' || act === 'correct' || act === 'refile') {
      for (const number of restored) await outbox.index('request', String(number));
    }
    // Whoever waited for somebody else's row until then is too late: the customer may be reading it.
    if (now.getTime() + performance.now() - since >= step.expiresAt.getTime()) {
      throw new Refusal('conflict', 'errors.undoOver');
    }
    audit({ type: 'undo', id: step.id }, { act, numbers: restored });
    return { restored: restored.length, changedSince: changed.length - restored.length, stays, body };
  },
});
