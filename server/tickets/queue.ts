import { z } from 'zod';
import { deskTickets } from '@/db/tickets/desk-list';
import { Refusal } from '@/domain/refusal';
import { readDeskFilter, readDeskSort } from '@/domain/tickets/desk-list';
import { placeText, readPlace } from '@/domain/tickets/list';
import { query } from '../kernel/action';

const PAGE_SIZE = 50;
/** So many of the requests that a search has found are looked through, best first. */
const MOST_FOUND = 1_000;

const place = z
  .string()
  .max(40)
  .optional()
  .transform((text) => (text ? readPlace(text) : null));

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
    after: place,
    before: place,
  }),
  async run({ db, actor, input, now }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { address, found, after, before } = input;
    const [filter, sort] = [readDeskFilter(address), readDeskSort(address.sort)];
    const rows = await deskTickets(db, filter, { actor, now, found }, { sort, after, before, limit: PAGE_SIZE + 1 });
    const backwards = before !== null && after === null;
    const more = rows.length > PAGE_SIZE;
    const shown = backwards ? rows.slice(-PAGE_SIZE) : rows.slice(0, PAGE_SIZE);
    const placeOf = (row: (typeof shown)[number] | undefined) =>
      row ? placeText({ value: Math.round(row.place), number: row.number }) : null;
    return {
      filter,
      sort,
      tickets: shown.map(({ place: _, ...row }) => row),
      previous: (backwards ? more : after !== null) ? placeOf(shown[0]) : null,
      next: (backwards ? true : more) ? placeOf(shown.at(-1)) : null,
    };
  },
});
