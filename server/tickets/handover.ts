import type { Tx } from '@/db/client';
import { appendTicketEvent, insertMessage } from '@/db/tickets/queries';
import type { HandoverNote } from '@/domain/tickets/moves';
import { bodyFromText } from '../kernel/bodies';

/**
 * Writes the internal note of a handover: a message, so that it stands in the conversation and is found, and the fact
 * that says what of it was tried and what is asked. The caller recomputes the row.
 */
export const noteHandover = async (
  tx: Tx,
  ticketId: string,
  by: { at: number; actorId: string | null },
  handover: HandoverNote,
): Promise<void> => {
  const body = bodyFromText(`${handover.tried}\n\n${handover.asked}`);
  const messageId = await insertMessage(tx, {
    ticketId,
    authorId: by.actorId,
    visibility: 'internal',
    bodyHtml: body.html,
    bodyText: body.text,
    createdAt: new Date(by.at),
  });
  if (!messageId) throw new Error('a note without a key cannot be a repetition');
  await appendTicketEvent(tx, ticketId, { ...by, kind: 'noted', data: { messageId, handover } });
};
