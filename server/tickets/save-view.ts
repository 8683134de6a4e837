import { z } from 'zod';
import { countOwnDeskViews, insertDeskView } from '@/db/tickets/views';
import { Refusal } from '@/domain/refusal';
import { deskAddressOf, readDeskFilter, readDeskSort } from '@/domain/tickets/desk-list';
import { action } from '../kernel/action';
import { deskAddress } from './queue';

/** More views than these are no help to anybody. */
const MOST_VIEWS = 30;

/** Keeps what the desk's list is narrowed to and sorted by under a name: for oneself, or for everybody at the desk. */
export const saveView = action({
  permission: 'tickets.saveView',
  input: z.object({
    name: z.string().trim().min(1, 'errors.required').max(60),
    shared: z.boolean(),
    address: deskAddress,
  }),
  async run({ tx, actor, input, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    if ((await countOwnDeskViews(tx, actor.id)) >= MOST_VIEWS)
      throw new Refusal('conflict', 'errors.tooManyViews', { maximum: MOST_VIEWS });
    const address = deskAddressOf(readDeskFilter(input.address), readDeskSort(input.address.sort));
    const id = await insertDeskView(tx, { ownerId: actor.id, name: input.name, shared: input.shared, address });
    audit({ type: 'deskView', id }, { name: input.name, shared: input.shared });
    return { id, address };
  },
});
