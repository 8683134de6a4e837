import { z } from 'zod';
import type { Tx } from '@/db/client';
import { appendTicketEvent, type Ticket } from '@/db/tickets/queries';
import { addTags, dropTags, tagsOf } from '@/db/tickets/tags';
import type { Actor } from '@/domain/access/actor';
import { invalidField } from '@/domain/refusal';
import { TAG_LIMITS, tagsIn } from '@/domain/tickets/tags';
import { actorId } from './progress';

type Filing = { tx: Tx; actor: Actor; now: Date };

/** Tags as they are typed, between commas. */
export const typedTags = z
  .string()
  .max(500)
  .default('')
  .transform(tagsIn)
  .refine((tags) => tags.every((tag) => tag.length <= TAG_LIMITS.length), 'errors.tagLong');

/** Puts tags on a request and takes others off it; answers what changed. The caller recomputes the row. */
export const fileTicket = async (
  { tx, actor, now }: Filing,
  ticket: Pick<Ticket, 'id'>,
  { add, drop }: { add: readonly string[]; drop: readonly string[] },
): Promise<{ added: string[]; dropped: string[] }> => {
  const dropped = await dropTags(tx, ticket.id, drop);
  const added = await addTags(tx, ticket.id, add);
  const all = (await tagsOf(tx, [ticket.id])).get(ticket.id) ?? [];
  if (all.length > TAG_LIMITS.each) throw invalidField('add', 'errors.tooManyTags', { maximum: TAG_LIMITS.each });
  if (added.length > 0 || dropped.length > 0) {
    const fact = { at: now.getTime(), actorId: actorId(actor), kind: 'tagged' as const };
    await appendTicketEvent(tx, ticket.id, { ...fact, data: { added, dropped } });
  }
  return { added, dropped };
};
