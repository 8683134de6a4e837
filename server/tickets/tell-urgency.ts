import type { Ticket } from '@/db/tickets/queries';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import type { ActionContext } from '../kernel/action';
import { teamOrDesk } from './people-to-tell';

type Telling = Pick<ActionContext<unknown>, 'tx' | 'outbox'>;

/** A matter of the highest level reaches the team, or all of the desk, by mail at once. */
export const tellUrgency = async (
  { tx, outbox }: Telling,
  ticket: Ticket,
  teamId: string | null,
  facts: UrgentFacts,
): Promise<void> => {
  for (const person of await teamOrDesk(tx, teamId)) {
    await outbox.mail({
      template: 'tickets.urgent',
      to: person,
      data: { number: ticket.number, subject: ticket.subject, ...facts },
    });
  }
};
