import { z } from 'zod';
import {
  type CustomerListFilter,
  countCustomerViews,
  customerListPeople,
  customerTickets,
  retiredTypesInView,
} from '@/db/tickets/customer-list';
import { MOST_OFFERED, offeredOf } from '@/domain/people/choice';
import { Refusal } from '@/domain/refusal';
import { LIST_SCOPES, LIST_SORTS } from '@/domain/tickets/list';
import { CUSTOMER_STATES, STATUS_RULES, TICKET_STATUSES } from '@/domain/tickets/status';
import { query } from '../kernel/action';
import { partFields, turns } from '../kernel/part';
import { ticketPlace } from './place';

const PAGE_SIZE = 25;

/**
 * A view of the customer's requests (*Mes demandes*), 25 a page: their own, those of the organisation as far as its
 * degree lets them see, or those they are in copy of; narrowed, sorted, and turned by places (`after`, `before`), so that
 * nothing is shown twice or missed while requests move. With the counts of the views, the people to narrow by, and the
 * types that requests of it are of though they are offered no more.
 */
export const list = query({
  permission: 'tickets.list',
  input: z.object({
    scope: z.enum(LIST_SCOPES).default('own'),
    state: z.enum(CUSTOMER_STATES).optional(),
    type: z.string().max(60).optional(),
    person: z.uuid().optional(),
    /** Beginnings of words of a name or address, where there are too many people to choose from. */
    who: z.string().trim().max(200).optional(),
    text: z.string().trim().max(200).optional(),
    /** Only these requests, as far as the view holds them. */
    numbers: z.array(z.number().int().positive()).max(PAGE_SIZE).optional(),
    sort: z.enum(LIST_SORTS).default('activity'),
    ...partFields(ticketPlace),
  }),
  async run({ db, actor, input }) {
    if (actor.kind !== 'user') throw new Refusal('forbidden', 'errors.signInFirst');
    const { scope, state, type, person, who, text, numbers, sort, after, before } = input;
    const filter: CustomerListFilter = {
      scope,
      statuses: state && TICKET_STATUSES.filter((status) => STATUS_RULES[status].customerState === state),
      typeKey: type,
      requesterId: person,
      requester: who,
      text,
      numbers,
    };
    const [page, counts, people, retiredTypes] = await Promise.all([
      customerTickets(db, actor, filter, { sort, after, before, size: PAGE_SIZE }),
      countCustomerViews(db, actor),
      customerListPeople(db, actor, scope, MOST_OFFERED + 1),
      retiredTypesInView(db, actor, scope),
    ]);
    return { tickets: page.rows, counts, choice: offeredOf(people), retiredTypes, ...turns(page) };
  },
});
