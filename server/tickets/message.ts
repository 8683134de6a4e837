import type { Tx } from '@/db/client';
import { appendTicketEvent, claimAttachments, insertMessage, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import { invalidField } from '@/domain/refusal';
import type { Mentionable } from '@/domain/tickets/mentions';
import type { MessageVisibility } from '@/domain/tickets/messages';
import { type Body, bodyFromText } from '../kernel/bodies';
import { hashClaims } from './claims';
import { actorId, partyOf } from './progress';

type MessageContext = {
  tx: Tx;
  actor: Actor;
  now: Date;
  input: { body: string; files: { id: string; claim: string }[]; idempotencyKey?: string | undefined };
};

/** A message that was written, and the id it has. */
export type Written = Body & { messageId: string };

/** What only some messages have: until when an answer waits, whom a note is for. */
type Special = { heldUntil?: Date | null; mentioned?: readonly Mentionable[] };

/** Writes a message with its files and its fact; `null` when the same post was already taken. The caller recomputes the row. */
export const addMessage = async (
  { tx, actor, now, input }: MessageContext,
  ticket: Ticket,
  visibility: MessageVisibility,
  { heldUntil = null, mentioned = [] }: Special = {},
): Promise<Written | null> => {
  const body = bodyFromText(input.body, mentioned);
  const messageId = await insertMessage(tx, {
    ticketId: ticket.id,
    authorId: actorId(actor),
    visibility,
    bodyHtml: body.html,
    bodyText: body.text,
    idempotencyKey: input.idempotencyKey ?? null,
    heldUntil,
    createdAt: now,
  });
  if (!messageId) return null;
  const authorId = actorId(actor);
  if ((await claimAttachments(tx, messageId, hashClaims(input.files), { authorId })) < input.files.length) {
    throw invalidField('files', 'errors.fileGone');
  }
  const fact = { at: now.getTime(), actorId: actorId(actor) };
  if (visibility === 'internal') {
    const mentions = mentioned.length > 0 ? { mentions: mentioned.map(({ id }) => id) } : {};
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'noted', data: { messageId, ...mentions } });
  } else {
    const side = partyOf(actor) === 'requester' ? 'requester' : 'agent';
    await appendTicketEvent(tx, ticket.id, { ...fact, kind: 'replied', data: { messageId, side } });
  }
  return { ...body, messageId };
};
