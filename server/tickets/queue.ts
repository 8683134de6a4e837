import { z } from 'zod';
import { deskTickets } from '@/db/tickets/desk-list';
import { Refusal } from '@/domain/refusal';
import { readDeskFilter, readDeskSort } from '@/domain/tickets/desk-list';
import { query } from '../kernel/action';
import { partFields, turns } from '../kernel/part';
import { ticketPlace } from './place';

const PAGE_SIZE = 50;
/** So many of the requests that a search has found are looked through, best first. */
const MOST_FOUND = 1_000;

/** The parts of the list's address, as `readDeskFilter` reads them. */
export const deskAddress = z.record(z.string().max(40), z.string().max(200).optional());

/**
 * A page of the desk's list, 50 requests, narrowed and sorted by the parts of its address and turned by places (`after`,
 * `before`), so that nothing is shown twice or missed while requests move. `found` are the numbers that a search for the
 * address's words has found; people and numbers are looked for here.
 */
export const queue = query({
  permission: 'tickets.queue',
  input: z.object({
    address: deskAddress.default({}),
    found: z.array(z.number().int().positive()).max(MOST_FOUND).default([]),
    ...partFields(ticketPlace),
  }),
  async run({ db, actor, input, now }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { address, found, after, before } = input;
    const [filter, sort] = [readDeskFilter(address), readDeskSort(address.sort)];
    const page = await deskTickets(db, filter, { actor, now, found }, { sort, after, before, size: PAGE_SIZE });
    return { filter, sort, tickets: page.rows, ...turns(page) };
  },
});
