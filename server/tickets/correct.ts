import { z } from 'zod';
import { formOf } from '@/db/forms/queries';
import { countFilesOf } from '@/db/tickets/files';
import { firstMessage } from '@/db/tickets/first-words';
import { appendTicketEvent, claimAttachments, type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { countTicketEvents, insertUndoStep } from '@/db/tickets/undo';
import { type FieldChange, readCorrections } from '@/domain/forms/correcting';
import { invalidField, type Phrase, Refusal } from '@/domain/refusal';
import { TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES } from '@/domain/tickets/status';
import { UNDO_SECONDS } from '@/domain/tickets/undo';
import { type ActionContext, action } from '../kernel/action';
import { claims, hashClaims } from './claims';
import { noteCompleteness } from './completing';
import { answersField } from './form-values';
import { keptValues, type Values, writeChanges } from './write-values';

const input = z.object({
  number: z.coerce.number().int().positive(),
  /** What the fields are to say, by their keys; those left out stay as they are. Files by their ids. */
  answers: answersField,
  /** What stood in each field when its form was drawn. */
  seen: z.record(z.string().max(60), z.string().max(20_000)).default({}),
  /** The files among the answers that are new, with the claims of who sent them. */
  files: claims,
});
type Context = ActionContext<z.output<typeof input>>;
type Form = Awaited<ReturnType<typeof formOf>>;

const MEANWHILE: Phrase = { key: 'errors.answerChangedMeanwhile' };

const beside = (faults: Readonly<Record<string, Phrase>>): Record<string, Phrase> =>
  Object.fromEntries(Object.entries(faults).map(([key, phrase]) => [`answers.${key}`, phrase]));

/** A field keeps files that it has, and takes those that were sent along: files of others are nobody's to name. */
const fileFaults = (changes: readonly FieldChange[], { fields }: Form, sent: Context['input']['files']) => {
  const faults: Record<string, Phrase> = {};
  for (const { key, before, after } of changes) {
    if (!Array.isArray(after) || fields.find((field) => field.key === key)?.kind !== 'file') continue;
    const known = new Set([...(Array.isArray(before) ? before : []), ...sent.map(({ id }) => id)]);
    if (after.some((id) => !known.has(id))) faults[key] = { key: 'errors.fileGone' };
    else if (after.length > TICKET_LIMITS.files) faults[key] = { key: 'errors.tooManyFiles' };
  }
  return faults;
};

const checkedChanges = (form: Form, kept: Values, given: Context['input']): FieldChange[] => {
  const { changes, faults, meanwhile } = readCorrections(form.fields, kept, given);
  const all = beside({
    ...faults,
    ...fileFaults(changes, form, given.files),
    ...Object.fromEntries(meanwhile.map((key) => [key, MEANWHILE])),
  });
  if (meanwhile.length > 0) throw new Refusal('conflict', 'errors.answersChangedMeanwhile', {}, all);
  if (Object.keys(all).length > 0) throw new Refusal('invalid', 'errors.invalid', {}, all);
  return changes;
};

/** Files of a form belong to the message that the request began with, so that who reads the form may open them. */
const takeFiles = async ({ tx, input: given }: Context, ticket: Ticket, changes: readonly FieldChange[]) => {
  const named = new Map(
    changes.flatMap(({ key, after }) => (Array.isArray(after) ? after.map((id) => [id, key] as const) : [])),
  );
  const wanted = given.files.filter(({ id }) => named.has(id));
  const first = wanted.length > 0 ? await firstMessage(tx, ticket.id) : null;
  if (!first) return;
  const taken = await claimAttachments(tx, first.id, hashClaims(wanted), { first: await countFilesOf(tx, first.id) });
  if (taken < wanted.length) throw invalidField(`answers.${named.get(wanted[0]?.id ?? '')}`, 'errors.fileGone');
};

/**
 * Fills in or puts right what a request says in the fields of its form: what the customer said on the telephone or in an
 * answer, and the files they sent. What is complete by it, or no longer, is marked so, and its deadlines follow. For a minute
 * `tickets.undo` takes it back by the token in the answer, `null` where nothing changed. Refuses what cannot be kept beside
 * its field (`invalid`), fields that somebody else has changed since they were drawn (`conflict`), and closed requests (`conflict`).
 */
export const correct = action({
  permission: 'tickets.correct',
  input,
  async run(context) {
    const { tx, actor, input: given, now, outbox, audit } = context;
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.forbidden');
    const ticket = await visibleTicketForUpdate(tx, actor, given.number);
    const { id: ticketId, number } = ticket;
    if (STATUS_RULES[ticket.status].customerState === 'closed') throw new Refusal('conflict', 'errors.ticketClosed');
    const form = await formOf(tx, ticket.typeKey);
    const kept = await keptValues(tx, ticket);
    const changes = checkedChanges(form, kept, given);
    audit({ type: 'ticket', id: ticketId }, { fields: changes.length });
    if (changes.length === 0) return { number, changed: 0, token: null };
    const from = await countTicketEvents(tx, ticketId);
    await takeFiles(context, ticket, changes);
    const values = await writeChanges(tx, ticket, form, { kept, changes });
    const fact = { at: now.getTime(), actorId: actor.id };
    await appendTicketEvent(tx, ticketId, { ...fact, kind: 'corrected', data: { changes } });
    await noteCompleteness(context, ticket, form, [
      { answered: Object.keys(kept), criticality: ticket.criticality },
      { answered: Object.keys(values), criticality: ticket.criticality },
    ]);
    await recomputeTicket(tx, ticketId);
    await outbox.index('request', String(number));
    const to = await countTicketEvents(tx, ticketId);
    const facts = Array.from({ length: to - from }, (_, index) => from + index);
    const { status, teamId, assigneeId, criticality } = ticket;
    const made = { status, teamId, assigneeId, criticality };
    const token = await insertUndoStep(tx, {
      userId: actor.id,
      data: {
        act: 'correct',
        changed: [{ ticketId, number, facts, made, tagsAdded: [], tagsDropped: [] }],
        left: [],
      },
      mailIds: [],
      expiresAt: new Date(now.getTime() + UNDO_SECONDS * 1_000),
      createdAt: now,
    });
    return { number, changed: changes.length, token };
  },
});
