import { z } from 'zod';
import { countDeskViews } from '@/db/tickets/desk-counts';
import { deskViewsOf } from '@/db/tickets/views';
import { Refusal } from '@/domain/refusal';
import {
  DESK_VIEWS,
  type DeskFilter,
  deskAddressOf,
  deskFilterAddress,
  isCounted,
  readDeskFilter,
  readDeskSort,
} from '@/domain/tickets/desk-list';
import { query } from '../kernel/action';

/**
 * The views of the desk's list: those that every desk has, then the reader's own and those that are shared, each with its
 * address and how many requests it holds. The desk's own are counted once for everybody; what holds more than is still to be done, or
 * needs a search, is not counted (`null`).
 */
export const views = query({
  permission: 'tickets.views',
  input: z.object({}),
  async run({ db, actor, now }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const kept = await deskViewsOf(db, actor.id);
    const shippedFilters: readonly DeskFilter[] = Object.values(DESK_VIEWS);
    const keptFilters = kept.map(({ address }) => readDeskFilter(address));
    const counted = await Promise.all(
      [shippedFilters, keptFilters].map(async (filters) => {
        const some = filters.filter(isCounted);
        const counts = await countDeskViews(db, some, { actor, now });
        return some.map((filter, index) => [filter, counts[index] ?? 0] as const);
      }),
    );
    const countOf = new Map(counted.flat());
    const total = (filter: DeskFilter | undefined) => (filter && countOf.get(filter)) ?? null;
    const shipped = Object.keys(DESK_VIEWS) as (keyof typeof DESK_VIEWS)[];
    return {
      shipped: shipped.map((key, index) => ({
        key,
        address: deskFilterAddress(DESK_VIEWS[key]),
        total: total(shippedFilters[index]),
      })),
      kept: kept.map(({ id, name, address, shared, ownerId, ownerName }, index) => ({
        id,
        name,
        address: deskAddressOf(readDeskFilter(address), readDeskSort(address.sort)),
        shared,
        own: ownerId === actor.id,
        ownerName,
        total: total(keptFilters[index]),
      })),
    };
  },
});
