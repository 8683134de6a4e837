import { z } from 'zod';
import { replyFor } from '@/db/replies/queries';
import { answeredSince } from '@/db/tickets/meanwhile';
import { type Ticket, visibleTicketForUpdate } from '@/db/tickets/queries';
import { recomputeTicket } from '@/db/tickets/recompute';
import { countTicketEvents, insertUndoStep } from '@/db/tickets/undo';
import { Refusal } from '@/domain/refusal';
import { SEND_SECONDS, TICKET_LIMITS } from '@/domain/tickets/messages';
import { STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import { heldOutbox } from '../kernel/outbox';
import { claims } from './claims';
import { fileTicket } from './file-under';
import { giveTicket } from './give';
import { addMessage, type Written } from './message';
import { actorId, moveTicket, partyOf } from './progress';
import { tellGiven } from './tell-given';
import { tellTheOtherSide } from './tell-reply';

const input = z.object({
  number: z.coerce.number().int().positive(),
  body: z.string().trim().min(TICKET_LIMITS.reply.min, 'errors.required').max(TICKET_LIMITS.reply.max),
  files: claims,
  idempotencyKey: z.uuid().optional(),
  /** The desk's answers may wait a few seconds, in which they can be taken back. */
  hold: z.boolean().default(false),
  /** Where the desk's answer takes the request; it stays where it is when left out. */
  to: z.enum(TICKET_STATUSES).optional(),
  /** The canned reply it was written with, whose team and tags the request gets. */
  canned: z.uuid().optional(),
  /** The last message that the desk had before it when it wrote. */
  seen: z.uuid().optional(),
});
type Context = ActionContext<z.output<typeof input>>;

/** Gives the request to the team and files it under the tags that go with a canned reply; answers the tags that are new to it. */
const withCanned = async (context: Context, ticket: Ticket): Promise<string[]> => {
  const { tx, actor, input: given } = context;
  const userId = actorId(actor);
  if (!given.canned || !userId || partyOf(actor) !== 'agent') return [];
  // One that is gone, or was never this person's, adds nothing: the words are theirs by now.
  const canned = await replyFor(tx, userId, given.canned);
  if (canned?.toTeamId) {
    const { assigneeId } = await giveTicket(context, ticket, { teamId: canned.toTeamId });
    await tellGiven(context, [{ ticket, assigneeId }], 'in turn');
  }
  return canned ? (await fileTicket(context, ticket, { add: canned.tags, drop: [] })).added : [];
};

/** Two of the desk may write at once: the later one reads what the first has said before it sends its own. */
const checkSeen = async ({ tx, actor, input: given }: Context, ticket: Ticket): Promise<void> => {
  const authorId = actorId(actor);
  if (!given.seen || !authorId || partyOf(actor) !== 'agent') return;
  const answer = await answeredSince(tx, ticket.id, { seen: given.seen, authorId });
  if (answer) throw new Refusal('conflict', 'errors.answeredMeanwhile', { name: answer.name ?? 'Guichet' });
};

type Answered = Written & { tagsAdded: string[] };

/** Writes the answer and moves the request as it asks for; answers the message, `null` for a repeated post. */
const answer = async (context: Context, ticket: Ticket, heldUntil: Date | null): Promise<Answered | null> => {
  const { tx, actor, input: given } = context;
  const rule = STATUS_RULES[ticket.status].onCustomerReply;
  if (rule === 'refused') throw new Refusal('conflict', 'errors.ticketClosed');
  await checkSeen(context, ticket);
  const written = await addMessage(context, ticket, 'public', { heldUntil });
  if (!written) return null;
  const byDesk = partyOf(actor) === 'agent';
  if (!byDesk && rule) await moveTicket(context, ticket, rule, {}, 'silently');
  // First, because its tags may be what has to be said before the request is resolved.
  const tagsAdded = await withCanned(context, ticket);
  if (byDesk && given.to && given.to !== ticket.status) await moveTicket(context, ticket, given.to);
  await recomputeTicket(tx, ticket.id);
  await tellTheOtherSide(context, ticket, written);
  await context.outbox.index('request', String(ticket.number));
  return { ...written, tagsAdded };
};

/**
 * Adds an answer to the conversation. A customer's answer puts a waiting request back to work and reopens a resolved
 * one, as the status machine says; the desk's may take the request further. A closed request refuses it (`conflict`), and so
 * does one that somebody else has answered since the message that the desk had seen. A repeated post is taken once. What the desk holds for some seconds is seen by the desk alone until then, its mails wait
 * as long, and `tickets.undo` takes it back by the id of the message.
 */
export const reply = action({
  permission: 'tickets.reply',
  limits: [{ max: 30, seconds: 600 }],
  input,
  async run(context) {
    const { tx, actor, now, audit } = context;
    const ticket = await visibleTicketForUpdate(tx, actor, context.input.number);
    const userId = actorId(actor);
    const expiresAt = new Date(now.getTime() + SEND_SECONDS * 1_000);
    const held = context.input.hold && userId && partyOf(actor) === 'agent' ? heldOutbox(tx, now, expiresAt) : null;
    const from = held ? await countTicketEvents(tx, ticket.id) : 0;
    const written = await answer(held ? { ...context, outbox: held.outbox } : context, ticket, held && expiresAt);
    if (!written) return { number: ticket.number };
    audit({ type: 'ticket', id: ticket.id }, { files: context.input.files.length });
    if (!held || !userId) return { number: ticket.number };
    const to = await countTicketEvents(tx, ticket.id);
    const facts = Array.from({ length: to - from }, (_, index) => from + index);
    const { status, teamId, assigneeId, criticality } = await visibleTicketForUpdate(tx, actor, ticket.number);
    const made = { status, teamId, assigneeId, criticality };
    const changed = [
      { ticketId: ticket.id, number: ticket.number, facts, made, tagsAdded: written.tagsAdded, tagsDropped: [] },
    ];
    await insertUndoStep(tx, {
      id: written.messageId,
      userId,
      data: { act: 'send', changed, left: [] },
      mailIds: held.mailIds,
      expiresAt,
      createdAt: now,
    });
    return { number: ticket.number };
  },
});
