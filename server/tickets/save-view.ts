import { z } from 'zod';
import { countOwnDeskViews, holdDeskViewNames, insertDeskView, replaceOwnDeskView } from '@/db/tickets/views';
import { Refusal } from '@/domain/refusal';
import { deskAddressOf, readDeskFilter, readDeskSort } from '@/domain/tickets/desk-list';
import { action } from '../kernel/action';
import { deskAddress } from './queue';

/** More views than these are no help to anybody. */
const MOST_VIEWS = 30;

/**
 * Keeps what the desk's list is narrowed to and sorted by under a name: for oneself, or for everybody at the desk. A view of
 * one's own that has the name already is changed. Refuses (`conflict`) more views than anybody looks through.
 */
export const saveView = action({
  permission: 'tickets.saveView',
  input: z.object({
    name: z.string().trim().min(1, 'errors.required').max(60),
    shared: z.boolean(),
    address: deskAddress,
  }),
  async run({ tx, actor, input, audit }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const address = deskAddressOf(readDeskFilter(input.address), readDeskSort(input.address.sort));
    const view = { name: input.name, shared: input.shared, address };
    await holdDeskViewNames(tx, actor.id);
    const known = await replaceOwnDeskView(tx, actor.id, view);
    if (known === null && (await countOwnDeskViews(tx, actor.id)) >= MOST_VIEWS)
      throw new Refusal('conflict', 'errors.tooManyViews', { maximum: MOST_VIEWS });
    const id = known ?? (await insertDeskView(tx, { ownerId: actor.id, ...view }));
    audit({ type: 'deskView', id }, { name: input.name, shared: input.shared });
    return { id, address };
  },
});
