import { z } from 'zod';
import { activeForms, formOf } from '@/db/forms/queries';
import { appendTicketEvent, type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { setSubjectAndType } from '@/db/tickets/refiling';
import { countTicketEvents, insertUndoStep } from '@/db/tickets/undo';
import { invalidField, type Phrase, Refusal } from '@/domain/refusal';
import type { RefiledData } from '@/domain/tickets/history';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES } from '@/domain/tickets/status';
import { UNDO_SECONDS } from '@/domain/tickets/undo';
import { type ActionContext, action } from '../kernel/action';
import { heldOutbox } from '../kernel/outbox';
import { noteRefiled } from './completing';
import { routeTicket } from './routing';
import { tellGiven } from './tell-given';
import { keptValues, moveValues } from './write-values';

const filed = {
  subject: z.string().trim().min(TICKET_LIMITS.subject.min).max(TICKET_LIMITS.subject.max).optional(),
  typeKey: z.string().min(1, 'errors.choice').max(60).optional(),
};
const input = z.object({
  number: z.coerce.number().int().positive(),
  /** What is left out stays as it is. */
  ...filed,
  /** What stood there when the form was drawn. */
  seen: z.object({ subject: z.string().max(1_000).optional(), typeKey: z.string().max(60).optional() }).default({}),
});
type Context = ActionContext<z.output<typeof input>>;

const MEANWHILE: Phrase = { key: 'errors.filedMeanwhile' };

/** What somebody else has put right since the form was drawn is not written over unseen. */
const refuseStale = ({ input: { subject, typeKey, seen } }: Context, ticket: Ticket): void => {
  const stale = {
    ...(subject !== undefined && (seen.subject ?? ticket.subject) !== ticket.subject ? { subject: MEANWHILE } : {}),
    ...(typeKey !== undefined && (seen.typeKey ?? ticket.typeKey) !== ticket.typeKey ? { typeKey: MEANWHILE } : {}),
  };
  if (Object.keys(stale).length > 0) throw new Refusal('conflict', 'errors.filedMeanwhile', {}, stale);
};

const changesOf = ({ input: { subject, typeKey } }: Context, ticket: Ticket): RefiledData => ({
  ...(subject !== undefined && subject !== ticket.subject
    ? { subject: { before: ticket.subject, after: subject } }
    : {}),
  ...(typeKey !== undefined && typeKey !== ticket.typeKey ? { type: { before: ticket.typeKey, after: typeKey } } : {}),
});

/** The team that gets requests of that type; `null` where none does. Refuses (`invalid`) types that cannot be chosen. */
const teamOfType = async ({ tx }: Context, typeKey: string): Promise<string | null> => {
  const form = (await activeForms(tx)).find(({ type }) => type.key === typeKey);
  if (!form) throw invalidField('typeKey', 'errors.choice');
  return form.teamId;
};

/** What it takes to undo it: the facts that it added to the history of the request, and as what it left the request. */
const changedSince = async ({ tx, actor }: Context, { id, number }: Ticket, from: number) => {
  const to = await countTicketEvents(tx, id);
  const { status, teamId, assigneeId, criticality } = await visibleTicketForUpdate(tx, actor, number);
  return {
    ticketId: id,
    number,
    facts: Array.from({ length: to - from }, (_, index) => from + index),
    made: { status, teamId, assigneeId, criticality },
    tagsAdded: [],
    tagsDropped: [],
  };
};

/**
 * Puts right under which subject and type a request was filed. Another type has its own form, in which the answers to the
 * same questions stand, its own deadlines, which are reckoned anew, and its own team, which gets the request unless
 * somebody has taken it up. Both sides read in the history what it was before. For a minute `tickets.undo` takes it back by
 * the token in the answer, `null` where nothing changed, and the mail to whom it was given waits as long. Refuses a type that cannot be chosen
 * (`invalid`), what somebody else has changed since it was drawn (`conflict`), and closed requests (`conflict`).
 */
export const refile = action({
  permission: 'tickets.refile',
  input,
  async run(context) {
    const { tx, actor, input: given, now, outbox, audit } = context;
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const ticket = await visibleTicketForUpdate(tx, actor, given.number);
    const { id, number } = ticket;
    if (STATUS_RULES[ticket.status].customerState === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
    refuseStale(context, ticket);
    const changes = changesOf(context, ticket);
    const { subject, type } = changes;
    audit({ type: 'ticket', id }, { subject: subject !== undefined, ...(type ? { type } : {}) });
    if (!subject && !type) return { number, changed: false, token: null };
    const teamId = type ? await teamOfType(context, type.after) : null;
    const refiled: Ticket = {
      ...ticket,
      subject: subject?.after ?? ticket.subject,
      typeKey: type?.after ?? ticket.typeKey,
    };
    const from = await countTicketEvents(tx, id);
    await appendTicketEvent(tx, id, { at: now.getTime(), actorId: actor.id, kind: 'refiled', data: changes });
    await setSubjectAndType(tx, id, refiled);
    const [before, after] = [await formOf(tx, ticket.typeKey), await formOf(tx, refiled.typeKey)];
    const was = { ticket, form: before, answered: Object.keys(await keptValues(tx, ticket)) };
    if (type) await moveValues(tx, ticket, before, after);
    await noteRefiled(context, was, {
      ticket: refiled,
      form: after,
      answered: Object.keys(await keptValues(tx, refiled)),
    });
    const isFree = ticket.assigneeId === null;
    const assigneeId = isFree && teamId ? await routeTicket(context, refiled, teamId) : ticket.assigneeId;
    await recomputeTicket(tx, id);
    const expiresAt = new Date(now.getTime() + UNDO_SECONDS * 1_000);
    const held = heldOutbox(tx, now, expiresAt);
    await tellGiven({ ...context, outbox: held.outbox }, [{ ticket: refiled, assigneeId }], 'in turn');
    await outbox.index('request', String(number));
    const token = await insertUndoStep(tx, {
      userId: actor.id,
      data: { act: 'refile', changed: [await changedSince(context, ticket, from)], left: [] },
      mailIds: held.mailIds,
      expiresAt,
      createdAt: now,
    });
    return { number, changed: true, token };
  },
});
