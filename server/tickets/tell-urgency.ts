import { deskMembers } from '@/db/people/queries';
import { teamPeople } from '@/db/teams/queries';
import type { Ticket } from '@/db/tickets/queries';
import type { UrgentFacts } from '@/domain/tickets/urgency';
import type { ActionContext } from '../kernel/action';

type Telling = Pick<ActionContext<unknown>, 'tx' | 'outbox'>;

/** A matter of the highest level reaches the team, or all of the desk, by mail at once. */
export const tellUrgency = async (
  { tx, outbox }: Telling,
  ticket: Ticket,
  teamId: string | null,
  facts: UrgentFacts,
): Promise<void> => {
  const team = teamId ? (await teamPeople(tx, [teamId])).map(({ id }) => id) : [];
  const desk = await deskMembers(tx);
  for (const person of team.length > 0 ? desk.filter(({ id }) => team.includes(id)) : desk) {
    await outbox.mail({
      template: 'tickets.urgent',
      to: person,
      data: { number: ticket.number, subject: ticket.subject, ...facts },
    });
  }
};
