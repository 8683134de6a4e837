import type { Tx } from '@/db/client';
import { appendTicketEvent, insertMessage, type Ticket } from '@/db/tickets/queries';
import type { Actor } from '@/domain/access/actor';
import type { HandoverNote } from '@/domain/tickets/moves';
import { bodyFromText } from '../kernel/bodies';
import type { Outbox } from '../kernel/outbox';
import { mentionedInField, tellMentioned } from './mentions';
import { actorId } from './sides';

type Context = { tx: Tx; actor: Actor; now: Date; outbox: Outbox };

/**
 * Writes the internal note of a handover: a message, so that it stands in the conversation and is found, and the fact
 * that says what of it was tried and what is asked. Whom it mentions is told, as by any note. The caller recomputes the row.
 */
export const noteHandover = async (context: Context, ticket: Ticket, handover: HandoverNote): Promise<void> => {
  const { tx, actor, now } = context;
  const text = `${handover.tried}\n\n${handover.asked}`.normalize('NFC');
  const mentioned = await mentionedInField(context, text, 'asked');
  const body = bodyFromText(text, mentioned);
  const messageId = await insertMessage(tx, {
    ticketId: ticket.id,
    authorId: actorId(actor),
    visibility: 'internal',
    bodyHtml: body.html,
    bodyText: body.text,
    createdAt: now,
  });
  if (!messageId) throw new Error('a note without a key cannot be a repetition');
  const mentions = mentioned.length > 0 ? { mentions: mentioned.map(({ id }) => id) } : {};
  await appendTicketEvent(tx, ticket.id, {
    at: now.getTime(),
    actorId: actorId(actor),
    kind: 'noted',
    data: { messageId, handover, ...mentions },
  });
  await tellMentioned(context, ticket, body, mentioned);
};
