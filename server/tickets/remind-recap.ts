import { z } from 'zod';
import { deskMember, deskMembers } from '@/db/people/queries';
import { callParty, claimRecapReminder, type TicketCall } from '@/db/tickets/calls';
import type { Addressee } from '@/db/tickets/followers';
import { type Ticket, ticketForUpdate, ticketHandler } from '@/db/tickets/queries';
import { STATUS_RULES } from '@/domain/tickets/status';
import { type ActionContext, action } from '../kernel/action';
import { threadOf } from './sides';

/** Whoever called; where they are gone whoever handles the request, or the whole desk while nobody does. */
const whoWrites = async (tx: ActionContext<unknown>['tx'], ticket: Ticket, call: TicketCall): Promise<Addressee[]> => {
  if (await deskMember(tx, call.proposedBy)) return [await callParty(tx, call.proposedBy)];
  const handler = await ticketHandler(tx, ticket.id);
  return handler ? [handler] : deskMembers(tx);
};

/**
 * Reminds of a call's recap that nobody has written: a mail to its agent, once however many workers look, and late where
 * none ran. Nobody is told of a call whose request takes no answers any more.
 */
export const remindRecap = action({
  permission: 'tickets.remindRecap',
  input: z.object({ callId: z.uuid(), ticketId: z.uuid() }),
  async run({ tx, input, now, outbox, audit, idle }) {
    const ticket = await ticketForUpdate(tx, input.ticketId);
    const call = ticket && (await claimRecapReminder(tx, input, now));
    if (!ticket || !call?.chosenAt) {
      idle();
      return { told: false };
    }
    audit({ type: 'ticket', id: ticket.id }, { call: call.id });
    if (STATUS_RULES[ticket.status].onCustomerReply === 'refused') return { told: false };
    const customer = await callParty(tx, call.chosenBy ?? ticket.requesterId);
    for (const person of await whoWrites(tx, ticket, call)) {
      const { timeZone } = await callParty(tx, person.id);
      await outbox.mail({
        template: 'tickets.recapDue',
        to: person,
        thread: threadOf(ticket),
        data: {
          number: ticket.number,
          subject: ticket.subject,
          customer: customer.name,
          at: call.chosenAt.toISOString(),
          timeZone,
        },
      });
    }
    return { told: true };
  },
});
