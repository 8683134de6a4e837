import { z } from 'zod';
import {
  type CustomerListFilter,
  countCustomerViews,
  customerListPeople,
  customerTickets,
} from '@/db/tickets/customer-list';
import { Refusal } from '@/domain/refusal';
import { LIST_SCOPES, LIST_SORTS, placeText, readPlace } from '@/domain/tickets/list';
import { CUSTOMER_STATES, STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import { query } from '../kernel/action';

const PAGE_SIZE = 25;

const place = z
  .string()
  .max(40)
  .optional()
  .transform((text) => (text ? readPlace(text) : null));

/**
 * A view of the customer's requests (*Mes demandes*), 25 a page: their own, those of the organisation as far as its
 * degree lets them see, or those they are in copy of; narrowed, sorted, and turned by places (`after`, `before`), so that
 * nothing is shown twice or missed while requests move. With the counts of the views and the people to narrow by.
 */
export const list = query({
  permission: 'tickets.list',
  input: z.object({
    scope: z.enum(LIST_SCOPES).default('own'),
    state: z.enum(CUSTOMER_STATES).optional(),
    type: z.string().max(60).optional(),
    person: z.uuid().optional(),
    text: z.string().trim().max(200).optional(),
    sort: z.enum(LIST_SORTS).default('activity'),
    after: place,
    before: place,
  }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { scope, state, type, person, text, sort, after, before } = input;
    const filter: CustomerListFilter = {
      scope,
      statuses: state && TICKET_STATUSES.filter((status) => STATUS_RULES[status].customerState === state),
      typeKey: type,
      requesterId: person,
      text,
    };
    const [rows, counts, people] = await Promise.all([
      customerTickets(db, actor, filter, { sort, after, before, limit: PAGE_SIZE + 1 }),
      countCustomerViews(db, actor),
      customerListPeople(db, actor, scope),
    ]);
    const backwards = before !== null && after === null;
    const more = rows.length > PAGE_SIZE;
    const shown = backwards ? rows.slice(-PAGE_SIZE) : rows.slice(0, PAGE_SIZE);
    const [first, last] = [shown[0], shown.at(-1)];
    const placeOf = (row: typeof first) => (row ? placeText(row) : null);
    return {
      tickets: shown.map(({ value: _, ...row }) => row),
      counts,
      people,
      newer: (backwards ? more : after !== null) ? placeOf(first) : null,
      older: (backwards ? true : more) ? placeOf(last) : null,
    };
  },
});
