import { z } from 'zod';
import { visibleTicket } from '@/db/tickets/queries';
import { Refusal } from '@/domain/refusal';
import { action } from '../kernel/action';
import { sayWriting } from './presence';

/** Says whether somebody of the desk is writing in the page they have open. Kept in memory for half a minute, and nowhere else. */
export const attend = action({
  permission: 'tickets.attend',
  unaudited: true,
  input: z.object({ number: z.number().int().positive(), tab: z.uuid(), writes: z.boolean() }),
  async run({ tx, actor, input, now }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { number } = await visibleTicket(tx, actor, input.number);
    const place = { number, tab: input.tab, userId: actor.id, name: actor.name };
    await sayWriting(tx, place, input.writes, now.getTime());
    return { number };
  },
});
