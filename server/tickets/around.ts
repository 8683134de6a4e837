import { z } from 'zod';
import { othersOfOrganisation, othersOfRequester, requesterFacts } from '@/db/tickets/neighbours';
import { backOfficeAddress } from '@/domain/settings/back-office';
import { query } from '../kernel/action';
import { env } from '../kernel/env';
import { seenTicket } from './seen';

/** So many other requests stand beside one; the list has the rest. */
const MOST = 5;

const cut = <Row>(rows: readonly Row[]) => ({ rows: rows.slice(0, MOST), more: rows.length > MOST });

/**
 * What the desk sees around a request: the person and their organisation, their other requests (those still to be done
 * first), and links into the company's own back office where the settings have any.
 */
export const around = query({
  permission: 'tickets.around',
  input: z.object({ number: z.coerce.number().int().positive() }),
  async run({ call, db, actor, input }) {
    const ticket = await seenTicket({ call, db, actor }, input.number);
    const [{ person, organisation }, own, others] = await Promise.all([
      requesterFacts(db, ticket),
      othersOfRequester(db, actor, ticket, MOST + 1),
      othersOfOrganisation(db, actor, ticket, MOST + 1),
    ]);
    const facts = {
      organisation: organisation?.name ?? null,
      organisationId: organisation?.id ?? null,
      version: organisation?.productVersion ?? null,
      person: person.name,
      email: person.email,
      number: String(ticket.number),
    };
    const links = env().backOfficeLinks.flatMap(({ label, url }) => {
      const address = backOfficeAddress(url, facts);
      return address ? [{ label, address }] : [];
    });
    return { person, organisation, own: cut(own), others: cut(others), links };
  },
});
